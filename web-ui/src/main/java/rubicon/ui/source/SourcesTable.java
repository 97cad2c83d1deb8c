package rubicon.ui.source;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.RunPayload;
import rubicon.ui.client.SourcePayload;
import rubicon.ui.session.Identity;
import rubicon.ui.session.SignedIn;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;

/// The sources, a row each; administrators may read one now.
final class SourcesTable extends Composite<DataTable> {
    private final Instant now;
    private final BiConsumer<SourcePayload, Identity> sync;
    private final Optional<Identity> admin = SignedIn.current().filter(Identity::isAdmin);

    SourcesTable(
            List<SourcePayload> sources, Instant now, BiConsumer<SourcePayload, Identity> sync) {
        this.now = now;
        this.sync = sync;
        sources.forEach(source -> addRow(getContent(), source));
    }

    @Override
    protected DataTable initContent() {
        return new DataTable(
                "Sources and their last readings",
                DataTable.Column.text("Source"),
                DataTable.Column.text("Read from"),
                DataTable.Column.text("Health"),
                DataTable.Column.text("Last success"),
                DataTable.Column.text("Next due"),
                DataTable.Column.text("Last reading"),
                DataTable.Column.text("Action"));
    }

    private void addRow(DataTable table, SourcePayload source) {
        table.row(
                        Parts.stacked(new Span(source.id()), orEmpty(source.connector())),
                        Parts.stacked(
                                Parts.external(source.url(), shortened(orEmpty(source.url()))),
                                every(source.every())),
                        health(source),
                        Parts.when(source.lastSuccessAt(), now),
                        source.enabled()
                                ? Parts.when(source.nextDueAt(), now)
                                : new Span("switched off"),
                        lastRun(source.lastRun()),
                        action(source))
                .setTestId("source-row");
    }

    private static Badge health(SourcePayload source) {
        if (!source.enabled()) {
            return new Badge("off", Badge.Tone.NEUTRAL);
        }
        String word = source.health() == null ? "unknown" : source.health();
        return new Badge(
                Formats.words(word),
                switch (word.toUpperCase(Locale.ROOT)) {
                    case "OK", "HEALTHY", "UP" -> Badge.Tone.GOOD;
                    case "ERROR", "FAILING", "DOWN" -> Badge.Tone.CRITICAL;
                    case "UNKNOWN", "NEVER_RUN", "NEW" -> Badge.Tone.NEUTRAL;
                    default -> Badge.Tone.WARNING;
                });
    }

    private static Component lastRun(@Nullable RunPayload run) {
        Span words = new Span(run == null ? "never" : RunWords.of(run));
        words.addClassName("wraps");
        return words;
    }

    private Component action(SourcePayload source) {
        if (admin.isEmpty()) {
            Span needed = new Span("needs admin");
            needed.addClassName("detail");
            return needed;
        }
        Button button = new Button("Sync now");
        button.setDisableOnClick(true);
        button.setTestId("sync-" + source.id());
        button.addClickListener(click -> sync.accept(source, admin.get()));
        return button;
    }

    private static String every(@Nullable String every) {
        if (every == null) {
            return "";
        }
        try {
            Duration period = Duration.parse(every);
            return period.toHours() > 0 && period.toMinutes() % 60 == 0
                    ? "every " + period.toHours() + " h"
                    : "every " + period.toMinutes() + " min";
        } catch (DateTimeParseException e) {
            return "every " + every;
        }
    }

    /// The host and the file's name, which is what one looks for.
    private static String shortened(String url) {
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
