package rubicon.ui.overview;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.SubjectNames;

/// What changed, newest first, with what is new since this browser's last visit marked.
final class NewsPanel extends Composite<Panel> {
    private final InstantSource clock;
    private final Span since = new Span();
    private @Nullable List<LedgerRowPayload> changes;
    private Map<String, String> titles = Map.of();
    private Map<String, SubjectNames> names = Map.of();
    private List<AlertPayload> alerts = List.of();
    private @Nullable Instant lastVisit;

    NewsPanel(InstantSource clock) {
        this.clock = clock;
        since.addClassName("detail");
        since.setTestId("since-last-visit");
        getContent().setTestId("news");
        getContent().withActions(since);
        getContent().showEmpty("Loading …");
    }

    @Override
    protected Panel initContent() {
        return new Panel("What changed");
    }

    /// Shows what arrived and what was corrected.
    ///
    /// @param titles of indicators, by id
    /// @param names of their subjects, by id
    void showChanges(
            List<LedgerRowPayload> rows,
            Map<String, String> titles,
            Map<String, SubjectNames> names) {
        changes = List.copyOf(rows);
        this.titles = Map.copyOf(titles);
        this.names = Map.copyOf(names);
        show();
    }

    /// Says that the list can not be read, unless an earlier one is shown.
    void showFailure() {
        if (changes == null) {
            getContent().showEmpty("What changed can not be read at the moment.");
        }
    }

    void showAlerts(List<AlertPayload> now) {
        alerts = now;
        show();
    }

    void showLastVisit(Instant at) {
        lastVisit = at;
        show();
    }

    /// Nothing to show is told only once it is known.
    private void show() {
        if (changes == null) {
            return;
        }
        List<News> news = News.of(changes, alerts, names);
        since.setText(sinceLastVisit(news));
        if (news.isEmpty()) {
            getContent().showEmpty("Nothing has arrived yet.");
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("plain-list", "news");
        news.forEach(each -> list.add(item(each)));
        getContent().show(list);
    }

    private String sinceLastVisit(List<News> news) {
        if (lastVisit == null) {
            return "";
        }
        long fresh = news.stream().filter(this::isFresh).count();
        return (fresh == 0 ? "nothing new" : fresh + " new")
                + " since "
                + Formats.ago(lastVisit, clock.instant());
    }

    private boolean isFresh(News news) {
        return lastVisit != null && news.at().isAfter(lastVisit);
    }

    private ListItem item(News news) {
        Span detail = new Span(titles.getOrDefault(news.detail(), news.detail()));
        detail.addClassName("detail");
        Div foot = new Div(kind(news), detail, Parts.when(news.at(), clock.instant()));
        foot.addClassName("news-foot");
        ListItem item = new ListItem(Parts.link(news.address(), news.title()), foot);
        item.addClassName("news-item");
        item.setTestId("news-item");
        item.setClassName("fresh", isFresh(news));
        return item;
    }

    private static Badge kind(News news) {
        return new Badge(
                news.kind().word(),
                switch (news.kind()) {
                    case RELEASE -> Badge.Tone.INFO;
                    case REVISION -> Badge.Tone.NEUTRAL;
                    case RETRACTION -> Badge.Tone.CRITICAL;
                    case HELD -> Badge.Tone.WARNING;
                    case ALERT -> Badge.Tone.WARNING;
                });
    }
}
