package rubicon.ui.automation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import rubicon.model.wire.CapabilityIndexPayload;
import rubicon.model.wire.CapabilityIndexPayload.BenchmarkPayload;
import rubicon.model.wire.CapabilityIndexPayload.ModelPayload;
import rubicon.model.wire.CapabilityIndexPayload.ScalePayload;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Interval;
import rubicon.ui.shell.Parts;

/// The capability index: what is to be known of it first, then models and benchmarks.
final class CapabilityParts extends Div {
    CapabilityParts(CapabilityIndexPayload index) {
        addClassName("capability");
        UnorderedList reasons = new UnorderedList();
        reasons.setTestId("capability-reasons");
        index.reasons().forEach(it -> reasons.add(new ListItem(it)));
        if (!index.reasons().isEmpty()) {
            add(reasons);
        }
        Paragraph about = new Paragraph(summary(index));
        about.setTestId("capability-summary");
        add(about);
        ScalePayload scale = index.scale();
        if (scale != null) {
            add(models(index, scale), benchmarks(index, scale));
        }
        if (!index.leftOut().isEmpty()) {
            UnorderedList left = new UnorderedList();
            index.leftOut()
                    .forEach(it ->
                            left.add(
                                    new ListItem(
                                            Parts.link(
                                                    IndicatorNavigation.indicator(it.indicator()),
                                                    it.indicator()),
                                            new Span(": " + it.reason()))));
            add(new NativeDetails(index.leftOut().size() + " benchmarks left out", left));
        }
    }

    static String summary(CapabilityIndexPayload index) {
        ScalePayload scale = index.scale();
        if (scale == null) {
            return "There is no capability index: %d models were left out."
                    .formatted(index.modelsLeftOut());
        }
        String unit =
                scale.unit().equals("POINTS")
                        ? "Points: %s is 130 and %s 150.".formatted(scale.low(), scale.high())
                        : "Logits above the difficulty of %s.".formatted(scale.anchor());
        var published = index.published();
        String agrees =
                published == null
                        ? "Too few models are in Epoch's published index to hold the order against it."
                        : "The order of the %d models that Epoch's published index has too correlates with it by %s."
                                .formatted(published.models(), IndexWords.number(published.rank()));
        Double soft = scale.softRidgeRank();
        String ridge =
                soft == null
                        ? ""
                        : " With a ridge of %s instead of %s the order correlates by %s."
                                .formatted(
                                        scale.softRidge(), scale.ridge(), IndexWords.number(soft));
        return "%d models on %d benchmarks, %d scores; %d models have too few. %s %s%s"
                .formatted(
                        index.models().size(),
                        index.benchmarks().size(),
                        index.rows().size(),
                        index.modelsLeftOut(),
                        unit,
                        agrees,
                        ridge);
    }

    private static Component models(CapabilityIndexPayload index, ScalePayload scale) {
        DataTable table =
                new DataTable(
                        "Models by capability",
                        DataTable.Column.text("Model"),
                        DataTable.Column.number("Capability"),
                        DataTable.Column.number("Benchmarks"),
                        DataTable.Column.number("Epoch's index"));
        for (ModelPayload it : index.models()) {
            String developer = it.developer();
            Double published = it.published();
            table.row(
                            Parts.stacked(it.model(), developer == null ? "" : developer),
                            Parts.stacked(number(it.capability(), scale), interval(it, scale)),
                            new Span(Integer.toString(it.benchmarks())),
                            new Span(
                                    published == null
                                            ? Formats.UNKNOWN
                                            : Formats.number(published)))
                    .getElement()
                    .setAttribute("data-testid", "capability-model");
        }
        return table;
    }

    private static String interval(ModelPayload it, ScalePayload scale) {
        return it.low() == null || it.high() == null
                ? "no interval"
                : number(it.low(), scale)
                        + " to "
                        + number(it.high(), scale)
                        + " ("
                        + new Interval(it.low(), it.high(), scale.level(), null).cover()
                        + ")";
    }

    private static Component benchmarks(CapabilityIndexPayload index, ScalePayload scale) {
        DataTable table =
                new DataTable(
                        "Benchmarks by difficulty",
                        DataTable.Column.text("Benchmark"),
                        DataTable.Column.number("Difficulty"),
                        DataTable.Column.number("Discrimination"),
                        DataTable.Column.number("Models"));
        for (BenchmarkPayload it : index.benchmarks()) {
            table.row(
                    Parts.link(IndicatorNavigation.indicator(it.indicator()), it.title()),
                    new Span(number(it.difficulty(), scale)),
                    new Span(
                            String.format(Locale.ENGLISH, "%.2f", it.slope())
                                    + (it.atBound() ? ", at its bound" : "")),
                    new Span(Integer.toString(it.models())));
        }
        return table;
    }

    private static String number(double value, ScalePayload scale) {
        return String.format(
                Locale.ENGLISH, scale.unit().equals("POINTS") ? "%.1f" : "%.2f", value);
    }
}
