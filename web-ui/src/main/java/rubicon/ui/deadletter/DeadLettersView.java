package rubicon.ui.deadletter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.model.wire.PagePayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.DeadLetterPayload;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.session.Identity;
import rubicon.ui.session.LogInEnded;
import rubicon.ui.session.SignedIn;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// What was refused, newest first, for those who may mend it.
@Route(DeadLetterNavigation.LIST)
@PageTitle("Dead letters · Rubicon")
public final class DeadLettersView extends Div implements AfterNavigationObserver {
    private static final String PAGE = "50";

    private final IngestClient ingest;
    private final InstantSource clock;
    private final Page page =
            new Page(
                    "Dead letters",
                    "Records that were refused, each with its reason. Mend the cause, then send them"
                            + " again.");
    private final Div filters = new Div();
    private final Panel panel = new Panel("Refused records");
    private DeadLettersViewState state = DeadLettersViewState.DEFAULT;
    private List<String> noticed = List.of();

    DeadLettersView(IngestClient ingest, InstantSource clock) {
        this.ingest = ingest;
        this.clock = clock;
        filters.addClassName("filters");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", "Filters");
        page.add(filters, panel);
        page.setTestId("dead-letters-page");
        add(page);
        LogInEnded.on(this, this::close);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Parsed<DeadLettersViewState> parsed =
                DeadLettersViewState.parse(
                        event.getLocation().getQueryParameters().getParameters());
        state = parsed.state();
        noticed = parsed.notices();
        notices();
        Addresses.canonical(event, DeadLetterNavigation.list(state));
        showFilters();
        filters.setVisible(true);
        SignedIn.current()
                .filter(Identity::isAnalyst)
                .ifPresentOrElse(
                        identity -> ask(event.getLocationChangeEvent().getUI(), identity),
                        this::close);
    }

    private void close() {
        filters.setVisible(false);
        panel.show(new AnalystsOnly(DeadLetterNavigation.list(state)));
    }

    private void ask(UI ui, Identity identity) {
        panel.showEmpty("Loading what was refused …");
        DeadLettersViewState asked = state;
        Map<String, String> query = asked.toQuery();
        query.put("limit", PAGE);
        new Refresh<>(
                        this,
                        () -> ingest.deadLetters(query, identity.token()),
                        answer -> asked.equals(state) && answer.mayComeLater(),
                        answer -> {
                            if (asked.equals(state)) {
                                loaded(answer);
                            }
                        })
                .ask(ui);
    }

    private void loaded(Answer<PagePayload<DeadLetterPayload>> answer) {
        switch (answer) {
            case Answer.Ok<PagePayload<DeadLetterPayload>>(PagePayload<DeadLetterPayload> got) -> {
                notices();
                show(got);
            }
            case Answer.Failed<PagePayload<DeadLetterPayload>>(Failure failure) ->
                    page.notices(
                            List.of(
                                    failure.kind() == Failure.Kind.UNAVAILABLE
                                            ? Notice.retrying(failure.message())
                                            : new Notice(Notice.Kind.ERROR, failure.message())));
        }
    }

    private void show(PagePayload<DeadLetterPayload> got) {
        if (got.items().isEmpty()) {
            panel.showEmpty(
                    state.equals(DeadLettersViewState.DEFAULT)
                            ? "Nothing was refused."
                            : "Nothing that was refused is like that.");
            return;
        }
        DataTable table =
                new DataTable(
                        "Records that were refused",
                        DataTable.Column.text("Reason"),
                        DataTable.Column.text("Field"),
                        DataTable.Column.text("Where in Kafka"),
                        DataTable.Column.text("Refused"),
                        DataTable.Column.text("Sent again"));
        got.items().forEach(letter -> addRow(table, letter));
        List<Component> content = new ArrayList<>(List.of(table));
        if (state.cursor().isPresent() || got.next() != null) {
            content.add(ways(Optional.ofNullable(got.next())));
        }
        panel.show(content.toArray(Component[]::new));
    }

    private void addRow(DataTable table, DeadLetterPayload letter) {
        Anchor reason = Parts.link(DeadLetterNavigation.letter(letter.id()), letter.reason());
        reason.addClassNames("row-link", "refusal");
        Anchor field =
                Parts.link(
                        DeadLetterNavigation.list(state.withField(Optional.of(letter.field()))),
                        letter.field());
        field.setAriaLabel("Only the field " + letter.field());
        field.setTestId("only-field");
        table.row(
                        reason,
                        field,
                        Parts.stacked(
                                letter.topic(),
                                "partition %d, offset %d"
                                        .formatted(letter.partition(), letter.offset())),
                        Parts.when(letter.receivedAt(), clock.instant()),
                        letter.replayedAt() == null
                                ? ReplayWords.badge(letter)
                                : new Div(
                                        ReplayWords.badge(letter),
                                        Parts.when(letter.replayedAt(), clock.instant())))
                .setTestId("dead-letter");
    }

    private Div ways(Optional<String> older) {
        Div ways = new Div();
        ways.addClassNames("ways", "pages");
        if (state.cursor().isPresent()) {
            ways.add(
                    Parts.link(
                            DeadLetterNavigation.list(state.withCursor(Optional.empty())),
                            "Newest"));
        }
        older.ifPresent(cursor -> {
            Anchor link =
                    Parts.link(
                            DeadLetterNavigation.list(state.withCursor(Optional.of(cursor))),
                            "Older");
            link.setTestId("older");
            ways.add(link);
        });
        return ways;
    }

    private void showFilters() {
        filters.removeAll();
        filters.add(
                filter("All", "all", Optional.empty()),
                filter("Not replayed", "waiting", Optional.of(false)),
                filter("Replayed", "replayed", Optional.of(true)));
        state.field()
                .ifPresent(field ->
                        filters.add(
                                chip(
                                        "Field " + field + " ×",
                                        "field",
                                        true,
                                        state.withField(Optional.empty()))));
    }

    private NativeButton filter(String text, String testId, Optional<Boolean> replayed) {
        return chip(text, testId, state.replayed().equals(replayed), state.withReplayed(replayed));
    }

    private NativeButton chip(
            String text, String testId, boolean pressed, DeadLettersViewState next) {
        NativeButton chip = new NativeButton(text, click -> follow(next));
        chip.addClassName("chip");
        chip.setTestId("filter-" + testId);
        chip.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        return chip;
    }

    private void follow(DeadLettersViewState next) {
        getUI().ifPresent(ui -> DeadLetterNavigation.push(ui, next));
    }

    private void notices() {
        page.notices(noticed.stream().map(it -> new Notice(Notice.Kind.WARNING, it)).toList());
    }
}
