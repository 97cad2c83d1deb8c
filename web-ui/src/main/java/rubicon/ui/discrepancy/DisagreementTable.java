package rubicon.ui.discrepancy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.DisagreementPayload;
import rubicon.model.wire.DisagreementPayload.ValuePayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.SubjectPayload;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Interval;
import rubicon.ui.shell.Parts;

/// Subjects of which several sources give different values, the greatest difference first: a line
/// for each source, the one that stands above.
final class DisagreementTable extends Composite<DataTable> {
    private final DataTable table =
            new DataTable(
                    "Values of one subject by source",
                    DataTable.Column.text("Source"),
                    DataTable.Column.number("Value"),
                    DataTable.Column.number("Difference"),
                    DataTable.Column.text("What it speaks of"),
                    DataTable.Column.text("Stated"),
                    DataTable.Column.text("Evidence"));

    DisagreementTable(List<DisagreementPayload> found) {
        found.stream()
                .sorted(
                        Comparator.comparingDouble(DisagreementPayload::largestDifference)
                                .reversed()
                                .thenComparing(DisagreementPayload::indicator))
                .forEach(this::addSubject);
    }

    @Override
    protected DataTable initContent() {
        return table;
    }

    private void addSubject(DisagreementPayload found) {
        Span subject = new Span(named(found.subject()));
        subject.addClassName("subject");
        Anchor indicator =
                Parts.link(IndicatorNavigation.indicator(found.indicator()), found.title());
        Div head = new Div(subject, indicator);
        head.addClassName("subject-head");
        var row = table.wideRow(head);
        row.addClassName("subject-row");
        row.setTestId("discrepancy");
        found.values().forEach(it -> addValue(found, it));
    }

    private void addValue(DisagreementPayload found, ValuePayload value) {
        LedgerRowPayload row = value.row();
        boolean stands = value.agreement().equals("STANDS");
        Span number = new Span(value(row));
        number.addClassName(stands ? "stands" : "differs");
        if (row.value() != null) {
            number.setTitle(Formats.exact(row.value(), row.unit()));
        }
        var line =
                table.row(
                        source(found, value),
                        interval(number, row),
                        difference(value),
                        described(row),
                        stated(row),
                        evidence(row));
        line.setTestId("discrepancy-value");
    }

    private static Component source(DisagreementPayload found, ValuePayload value) {
        Span source = new Span(value.row().source());
        return Parts.stacked(source, why(found, value));
    }

    /// Why a source stands, or does not.
    private static String why(DisagreementPayload found, ValuePayload value) {
        if (!value.agreement().equals("STANDS")) {
            return value.rank() == null
                    ? "not ranked: evidence"
                    : "ranked " + value.rank() + ": evidence";
        }
        return found.ranked()
                ? "ranked " + value.rank() + ": counts here"
                : "none is ranked: first by name";
    }

    private static String value(LedgerRowPayload row) {
        Double value = row.value();
        if (value == null) {
            return Formats.UNKNOWN;
        }
        String qualifier = row.qualifier() == null ? "" : row.qualifier() + "\u00a0";
        return qualifier + precise(value, row.unit());
    }

    /// To the fourth digit: what is to be compared must not be rounded to the same.
    private static String precise(double value, String unit) {
        if (unit.equals("min") || unit.equals("share") || Math.abs(value) >= 1_000) {
            return Formats.value(value, unit);
        }
        return Formats.exact(
                BigDecimal.valueOf(value).round(new MathContext(4)).doubleValue(), unit);
    }

    private static Component interval(Span number, LedgerRowPayload row) {
        return row.low() == null && row.high() == null
                ? number
                : Parts.stacked(number, Interval.of(row).words(row.unit()));
    }

    private static Component difference(ValuePayload value) {
        return switch (value.agreement()) {
            case "STANDS" -> new Badge("stands", Badge.Tone.GOOD);
            case "SAME" -> new Span("the same");
            case "ROUNDED" -> new Span("rounded");
            default -> {
                Span share = new Span(share(value.difference()));
                share.addClassName("difference");
                yield share;
            }
        };
    }

    private static String share(@Nullable Double difference) {
        if (difference == null) {
            return "differs";
        }
        String sign = difference > 0 ? "+" : "−";
        return sign + Formats.number(Math.abs(difference) * 100) + "\u00a0%";
    }

    private static Span stated(LedgerRowPayload row) {
        Span stated = new Span(Formats.date(row.statedAt()));
        stated.addClassName("unbroken");
        return stated;
    }

    private static Component described(LedgerRowPayload row) {
        String when =
                row.observedOn() == null
                        ? Formats.UNKNOWN
                        : Formats.date(row.observedOn(), row.precision());
        Div described = Parts.stacked(when, row.note() == null ? "" : row.note());
        described.addClassName("described");
        return described;
    }

    private static Component evidence(LedgerRowPayload row) {
        String evidence = row.evidence();
        if (evidence == null || evidence.isBlank()) {
            return new Span(Formats.UNKNOWN);
        }
        Component shown =
                Parts.isWeb(evidence)
                        ? Parts.external(evidence, shortened(evidence))
                        : new Span(evidence);
        Div wraps = new Div(shown);
        wraps.addClassName("gives-way");
        return wraps;
    }

    private static String shortened(String url) {
        String plain = url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
        return plain.length() <= 48 ? plain : plain.substring(0, 47) + "…";
    }

    private static String named(SubjectPayload subject) {
        String model = subject.model();
        String name = model == null || model.isBlank() ? Formats.sentence(subject.actor()) : model;
        return subject.scaffold() == null ? name : name + " in " + subject.scaffold();
    }
}
