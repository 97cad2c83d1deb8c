package rubicon.ui.level;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.CategoryPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.ViewPayload;
import rubicon.ui.client.IngestClient;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Refresh;

/// The four levels of abstraction at a glance, and the kinds of R&D work.
@Route(LevelNavigation.LIST)
@PageTitle("Views · Rubicon")
public final class LevelsView extends Div {
    private final InstantSource clock;
    private final Page page =
            new Page(
                    "Four views",
                    "One question at four levels: a model on a test, a person at work, a whole lab, the"
                            + " economy. The further out, the less is public.");
    private final LevelCards cards = new LevelCards();
    private final Panel work = new Panel("Kinds of R&D work");
    private final Panel dark = new Panel("What is not told, and why");
    private final Refresh<LevelsData> refresh;
    private List<IndicatorStatePayload> states = List.of();
    private List<String> said = List.of();
    private @Nullable LevelsData data;

    LevelsView(IngestClient ingest, IndicatorFeed feed, InstantSource clock) {
        this.clock = clock;
        this.refresh =
                new Refresh<>(
                        this,
                        () -> LevelsData.load(ingest),
                        LevelsData::mayComeLater,
                        this::loaded);
        work.addClassName("work");
        work.showEmpty("Loading …");
        dark.showEmpty("Loading …");
        page.add(cards, dark, work);
        add(page);
        Signal.effect(this, () -> arrived(feed.states()));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void arrived(List<IndicatorStatePayload> now) {
        states = now;
        LevelsData known = data;
        if (known != null && !said.equals(held().said(known.indicators().orElse(List.of())))) {
            show();
        }
    }

    private void loaded(LevelsData next) {
        page.notices(next.failure().map(Notice::retrying).stream().toList());
        if (!next.isEmpty()) {
            data = next;
        }
        show();
    }

    private void show() {
        LevelsData shown = data;
        if (shown == null) {
            return;
        }
        Held held = held();
        List<IndicatorPayload> all = shown.indicators().orElse(List.of());
        said = held.said(all);
        cards.show(shown, held, null);
        List<CategoryPayload> categories = shown.categories().orElse(List.of());
        if (categories.isEmpty()) {
            work.showEmpty("The kinds of work are not available at the moment.");
        } else {
            work.show(new WorkTable(categories, all, held));
            work.withCount(categories.size());
        }
        dark.show(dark(shown, held));
    }

    private Held held() {
        return Held.of(states, clock.instant());
    }

    private static Div dark(LevelsData data, Held held) {
        Div levels = new Div();
        levels.addClassName("dark-levels");
        for (ViewPayload level : data.levels()) {
            Div column = new Div();
            column.add(
                    new H3(String.valueOf(level.title())),
                    new Missing(level, data.of(level.id()), held));
            levels.add(column);
        }
        return levels;
    }
}
