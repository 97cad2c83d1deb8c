package rubicon.ui.indicator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Facts;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Interval;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.SubjectNames;

/// Every observation of an indicator with where it was read and what was said of it before.
final class ReleasesTable extends Div {
    private final IngestClient ingest;
    private final InstantSource clock;
    private final DataTable table =
            new DataTable(
                    "Releases, the one that changed last first",
                    DataTable.Column.text("Model"),
                    DataTable.Column.number("Value"),
                    DataTable.Column.text("Observed"),
                    DataTable.Column.text("Status"),
                    DataTable.Column.text("Source"),
                    DataTable.Column.text("Recorded"),
                    DataTable.Column.text("Provenance and revisions"));
    private List<LedgerRowPayload> shown = List.of();
    private SubjectNames names = new SubjectNames(false);

    ReleasesTable(IngestClient ingest, InstantSource clock) {
        this.ingest = ingest;
        this.clock = clock;
        table.setTestId("releases-table");
        add(table);
    }

    /// @param called how subjects are named
    void show(List<LedgerRowPayload> rows, SubjectNames called) {
        if (rows.equals(shown) && called.equals(names)) {
            return;
        }
        shown = List.copyOf(rows);
        names = called;
        table.clear();
        Releases.of(rows).histories().forEach(this::addRow);
    }

    private void addRow(Releases.History history) {
        LedgerRowPayload row = history.newest();
        table.row(
                        Parts.stacked(names.of(row), names.beside(row.subject())),
                        value(row),
                        new Span(observed(row)),
                        status(row),
                        source(row),
                        Parts.when(row.recordedAt(), clock.instant()),
                        details(history))
                .setTestId("release-row");
    }

    /// Names without a blank, which may break anywhere so that the other columns keep their room.
    private static Div source(LedgerRowPayload row) {
        Div source = Parts.stacked(row.source(), row.externalId());
        source.addClassName("gives-way");
        return source;
    }

    private static Component value(LedgerRowPayload row) {
        Double value = row.value();
        if (value == null) {
            return new Span(Formats.UNKNOWN);
        }
        Span main = new Span(Formats.value(value, row.unit()));
        main.setTitle(Formats.exact(value, row.unit()));
        Interval interval = Interval.of(row);
        return interval.isKnown() ? Parts.stacked(main, interval.words(row.unit())) : main;
    }

    /// A dispute tells its reason at once; whoever reads the value must not have to look for it.
    private Component status(LedgerRowPayload row) {
        Badge.Tone tone =
                switch (row.status()) {
                    case "STANDING" -> Badge.Tone.GOOD;
                    case "DISPUTED" -> Badge.Tone.WARNING;
                    case "RETRACTED" -> Badge.Tone.CRITICAL;
                    default -> Badge.Tone.NEUTRAL;
                };
        Badge badge = new Badge(Formats.words(row.status()), tone);
        String held = row.held();
        if (held != null) {
            return new Div(Parts.stacked(badge, "held: " + held), new Confirm(ingest, row.id()));
        }
        return row.disputed() == null ? badge : Parts.stacked(badge, row.disputed());
    }

    private static NativeDetails details(Releases.History history) {
        int revisions = history.earlier().size();
        String title =
                revisions == 0
                        ? "Provenance"
                        : revisions == 1 ? "1 revision" : revisions + " revisions";
        NativeDetails details = new NativeDetails(title);
        details.addClassName("provenance");
        Div content = new Div();
        history.earlier().forEach(earlier -> content.add(superseded(earlier)));
        content.add(provenance(history.newest()));
        details.setContent(content);
        return details;
    }

    private static Div superseded(LedgerRowPayload row) {
        boolean counts = row.status().equals("STANDING");
        Element old = new Element(counts ? "span" : "del");
        Double value = row.value();
        old.setText(value == null ? "retracted" : Formats.exact(value, row.unit()));
        Span when =
                new Span(
                        "  revision %d, stated %s, recorded %s%s"
                                .formatted(
                                        row.revision(),
                                        Formats.date(row.statedAt()),
                                        Formats.moment(row.recordedAt()),
                                        counts ? "; counts meanwhile" : ""));
        when.addClassName("detail");
        Div line = new Div();
        line.getElement().appendChild(old);
        line.add(when);
        line.addClassName("revision");
        return line;
    }

    private static Facts provenance(LedgerRowPayload row) {
        Facts facts = new Facts();
        Double value = row.value();
        if (value != null) {
            facts.with("As stated", Formats.exact(value, row.unit()));
        }
        if (row.evaluator() != null) {
            facts.with("Measured by", Formats.words(row.evaluator()));
        }
        facts.with("Revision", row.revision() + ", stated " + Formats.moment(row.statedAt()));
        if (row.confirmed() != null) {
            facts.with("Confirmed by", row.confirmed());
        }
        if (row.reason() != null) {
            String text = row.reasonText() == null ? "" : ": " + row.reasonText();
            facts.with("Reason", Formats.words(row.reason()) + text);
        }
        if (row.evidence() != null && !row.evidence().isBlank()) {
            facts.with("Evidence", Parts.external(row.evidence(), row.evidence()));
        }
        ProvenancePayload origin = row.provenance();
        if (origin != null) {
            facts.with("Read from", Parts.external(origin.url(), orEmpty(origin.url())));
            if (origin.retrievedAt() != null) {
                facts.with("Retrieved", Formats.moment(origin.retrievedAt()));
            }
            facts.with("SHA-256", Parts.code(origin.payloadSha256()));
            if (origin.payloadNote() != null) {
                facts.with("Payload", origin.payloadNote());
            }
            facts.with(
                    "Connector",
                    orEmpty(origin.connector()) + " " + orEmpty(origin.connectorVersion()));
            facts.with("Licence", orUnknown(origin.licence()));
        }
        facts.with("Row", Parts.code(row.id()));
        return facts;
    }

    private static String observed(LedgerRowPayload row) {
        return row.observedOn() == null
                ? Formats.UNKNOWN
                : Formats.date(row.observedOn(), row.precision());
    }

    private static String orUnknown(@Nullable String text) {
        return text == null || text.isBlank() ? Formats.UNKNOWN : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
