package rubicon.ui.source;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.RunPayload;
import rubicon.ui.client.SourcePayload;
import rubicon.ui.session.Identity;
import rubicon.ui.session.LogInEnded;
import rubicon.ui.session.SignedIn;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;

/// The sources, a row each; administrators may read one now, and say that what vanished is gone.
final class SourcesTable extends Composite<DataTable> {
    private final Instant now;
    private final BiConsumer<SourcePayload, Identity> sync;
    private final BiConsumer<SourcePayload, Identity> withdraw;
    private final Optional<Identity> admin = SignedIn.current().filter(Identity::isAdmin);

    SourcesTable(
            List<SourcePayload> sources,
            Instant now,
            BiConsumer<SourcePayload, Identity> sync,
            BiConsumer<SourcePayload, Identity> withdraw) {
        this.now = now;
        this.sync = sync;
        this.withdraw = withdraw;
        sources.forEach(source -> addRow(getContent(), source));
    }

    @Override
    protected DataTable initContent() {
        List<DataTable.Column> columns =
                new ArrayList<>(
                        List.of(
                                DataTable.Column.text("Source"),
                                DataTable.Column.text("Read from"),
                                DataTable.Column.text("Health"),
                                DataTable.Column.text("Last success"),
                                DataTable.Column.text("Next due"),
                                DataTable.Column.text("Last reading")));
        if (SignedIn.current().filter(Identity::isAdmin).isPresent()) {
            columns.add(DataTable.Column.text("Action"));
        }
        return new DataTable(
                "Sources and their last readings", columns.toArray(DataTable.Column[]::new));
    }

    /// Who may read a source on demand; nothing for those who may.
    static Span hint() {
        boolean may = SignedIn.current().filter(Identity::isAdmin).isPresent();
        Span hint = new Span(may ? "" : "Reading a source now needs the role admin.");
        hint.addClassName("detail");
        return hint;
    }

    private void addRow(DataTable table, SourcePayload source) {
        List<Component> cells =
                new ArrayList<>(
                        List.of(
                                Parts.stacked(new Span(source.id()), orEmpty(source.connector())),
                                Parts.stacked(
                                        Parts.external(source.url(), shortened(source.url())),
                                        every(source.every())),
                                health(source),
                                lastSuccess(source),
                                source.enabled() ? nextDue(source) : new Span("switched off"),
                                lastRun(source.lastRun())));
        admin.ifPresent(identity -> cells.add(action(source, identity)));
        table.row(cells.toArray(Component[]::new)).setTestId("source-row");
    }

    private static Component health(SourcePayload source) {
        SourceHealth health = SourceHealth.of(source);
        return Parts.stacked(new Badge(health.word(), health.tone()), health.detail());
    }

    private Component lastSuccess(SourcePayload source) {
        Instant unchanged = source.unchangedSince();
        return Parts.stacked(
                Parts.when(source.lastSuccessAt(), now),
                unchanged == null ? "" : "unchanged since " + Formats.date(unchanged));
    }

    /// When it is due; if that is another try, also since when it should have been read.
    private Component nextDue(SourcePayload source) {
        Instant next = source.nextDueAt();
        Instant last = source.lastSuccessAt();
        Optional<Instant> due =
                last == null ? Optional.empty() : period(source.every()).map(last::plus);
        return Parts.stacked(
                Parts.when(next, now),
                due.filter(it -> it.isBefore(now) && !it.equals(next))
                        .map(it -> "was due " + Formats.ago(it, now))
                        .orElse(""));
    }

    private static Component lastRun(@Nullable RunPayload run) {
        Span words = new Span(run == null ? "never" : RunWords.of(run));
        words.addClassName("wraps");
        return Parts.stacked(words, run == null ? "" : RunWords.unread(run));
    }

    private Component action(SourcePayload source, Identity identity) {
        Div actions =
                new Div(button("Sync now", "sync-", source, () -> sync.accept(source, identity)));
        if (SourceHealth.lacksRows(source)) {
            Button gone =
                    button(
                            "Withdraw what vanished",
                            "withdraw-",
                            source,
                            () -> withdraw.accept(source, identity));
            actions.add(gone);
        }
        return actions;
    }

    private static Button button(String text, String test, SourcePayload source, Runnable action) {
        Button button = new Button(text);
        button.setDisableOnClick(true);
        button.setTestId(test + source.id());
        button.addClickListener(click -> action.run());
        LogInEnded.on(button, () -> button.setEnabled(false));
        return button;
    }

    private static String every(@Nullable String every) {
        return every == null ? "" : "every " + period(every).map(SourcesTable::words).orElse(every);
    }

    private static String words(Duration period) {
        if (period.toDays() > 1 && period.toHours() % 24 == 0) {
            return period.toDays() + " d";
        }
        return period.toHours() > 0 && period.toMinutes() % 60 == 0
                ? period.toHours() + " h"
                : period.toMinutes() + " min";
    }

    private static Optional<Duration> period(@Nullable String every) {
        try {
            return Optional.ofNullable(every).map(Duration::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// The host and the file's name, which is what one looks for.
    private static String shortened(@Nullable String address) {
        String url = orEmpty(address);
        if (url.startsWith("classpath:")) {
            return "shipped with Rubicon: " + url.substring(url.lastIndexOf('/') + 1);
        }
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        int first = rest.indexOf('/');
        int last = rest.lastIndexOf('/');
        return first >= 0 && last > first
                ? rest.substring(0, first) + "/…" + rest.substring(last)
                : rest;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
