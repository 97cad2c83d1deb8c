package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rubicon.ui.chart.CurveChart;
import rubicon.ui.chart.CurveModel;
import rubicon.ui.chart.EChart;
import rubicon.ui.chart.YScale;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.SimulationPayload;
import rubicon.ui.client.SimulationResultPayload;
import rubicon.ui.client.SimulationResultPayload.ExceedancePayload;
import rubicon.ui.client.SimulationResultPayload.FanPayload;
import rubicon.ui.client.SimulationResultPayload.FigurePayload;
import rubicon.ui.client.SimulatorClient;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.SelectBox;

/// What a Monte Carlo run found: fans, quantiles, how probable thresholds are, and what the answers
/// depend on.
final class RunResult extends Div {
    private final ScenarioModelPayload model;
    private final SimulationPayload run;
    private final SimulationResultPayload found;
    private final Paragraph other = new Paragraph();
    private final Paragraph otherTerms = new Paragraph();
    private final List<FigurePayload> figures;
    private final SelectBox outputs;
    private final Div close = new Div();
    private final Map<FanPayload, EChart> fans = new LinkedHashMap<>();
    private String looked = "";
    private Optional<YScale> scaled = Optional.empty();
    private boolean drawn;

    RunResult(
            SimulatorClient simulator,
            ScenarioModelPayload model,
            SimulationPayload run,
            SimulationResultPayload found,
            Consumer<String> look,
            Consumer<Inputs> take) {
        this.model = model;
        this.run = run;
        this.found = found;
        // What a variant does not answer has no number in any run.
        this.figures = found.outputs().stream().filter(it -> it.count() > 0).toList();
        addClassName("run");
        setTestId("run-result");
        outputs = new SelectBox("Output to look at", look).withTestId("run-output");
        NativeButton taken =
                new NativeButton(
                        "Take its inputs",
                        _ -> take.accept(Inputs.of(model, run.request().path("parameters"))));
        taken.addClassName("text-button");
        taken.setTestId("take-inputs");
        other.addClassName("table-note");
        other.setTestId("other-inputs");
        other.add(
                new Span(
                        "The inputs have changed since: this is what followed from those of the"
                                + " run. "),
                taken);
        otherTerms.addClassName("table-note");
        otherTerms.setTestId("other-terms");
        otherTerms.setVisible(false);
        add(head(simulator), other, otherTerms);
        Paragraph note =
                new Paragraph(
                        "Dark: half of the runs; light: nine in ten; the line is the median. Where a"
                                + " band or the line ends, its edge is infinite.");
        note.setVisible(!found.fans().isEmpty());
        add(note, fanCharts(), rowFans(), quantiles(), exceedances());
        if (!figures.isEmpty()) {
            Div choice = new Div(new H3("Closer"), outputs);
            choice.addClassName("closer");
            add(choice, close);
        }
    }

    private Component head(SimulatorClient simulator) {
        Span what = new Span(summary(found, run));
        what.setTestId("run-summary");
        Div links =
                new Div(
                        file(simulator, "CSV", "text/csv", "csv"),
                        file(simulator, "JSON", "application/json", "json"));
        links.addClassName("ways");
        Div head = new Div(what, links);
        head.addClassName("run-head");
        return head;
    }

    /// What was run, in a sentence.
    static String summary(SimulationResultPayload found, SimulationPayload run) {
        return "%s samples, seed %d, %s; %d input%s drawn. By %s, %s. The address of this page shows it again."
                .formatted(
                        Formats.count(found.samples()),
                        found.seed(),
                        Formats.words(found.sampling()),
                        found.inputs().size(),
                        found.inputs().size() == 1 ? "" : "s",
                        run.createdBy(),
                        Formats.moment(run.createdAt()));
    }

    private Anchor file(SimulatorClient simulator, String name, String type, String suffix) {
        return Download.link(
                "Download as " + name,
                "download-" + suffix,
                "%s-%s.%s".formatted(run.model(), run.id(), suffix),
                type,
                () -> simulator.resultFile(run.id(), type));
    }

    /// Says whether a run of the page would be asked for as this one was.
    ///
    /// @param terms what the taken scenario asks beside the inputs; empty while it is not read
    void compare(Inputs inputs, Optional<RunTerms> terms) {
        Inputs own = Inputs.of(model, run.request().path("parameters"));
        other.setVisible(!own.asksTheSame(inputs));
        List<String> differing =
                terms.map(it -> RunTerms.of(run.request()).differingFrom(it)).orElse(List.of());
        otherTerms.setVisible(!differing.isEmpty());
        otherTerms.setText(
                "It was run with other %s than a run from here would have now."
                        .formatted(String.join(", ", differing)));
    }

    /// Looks closely at one output.
    ///
    /// @param output its name; the first if there is none of it
    void look(String output, Optional<YScale> scale) {
        if (!drawn || !scale.equals(scaled)) {
            drawn = true;
            scaled = scale;
            fans.forEach((fan, chart) -> {
                CurveModel curves = Fans.of(model, fan, scale);
                chart.show(CurveChart.option(curves), CurveChart.summary(curves));
            });
        }
        if (figures.isEmpty()) {
            return;
        }
        FigurePayload figure =
                figures.stream()
                        .filter(it -> it.name().equals(output))
                        .findFirst()
                        .orElse(figures.getFirst());
        if (figure.name().equals(looked)) {
            return;
        }
        looked = figure.name();
        Map<String, String> texts = new LinkedHashMap<>();
        figures.forEach(it -> texts.put(it.name(), Formats.capital(OutputLayout.words(it.name()))));
        outputs.show(texts, looked);
        close.removeAll();
        close.add(distribution(figure), new Sensitivities(found, figure));
    }

    private Component distribution(FigurePayload figure) {
        Div part = new Div();
        CurveModel shares = Fans.distribution(figure);
        model.output(figure.name()).ifPresent(it -> part.add(new Paragraph(it.meaning())));
        if (!shares.isEmpty()) {
            EChart chart = new EChart();
            chart.addClassName("chart-curves");
            chart.setTestId("distribution");
            chart.show(CurveChart.option(shares), CurveChart.summary(shares));
            part.add(chart);
        }
        return part;
    }

    private Component fanCharts() {
        Div charts = new Div();
        charts.addClassName("curve-panels");
        for (FanPayload fan : found.fans()) {
            CurveModel curves = Fans.of(model, fan, Optional.empty());
            if (!Fans.isCurve(model, fan) || curves.isEmpty()) {
                continue;
            }
            EChart chart = new EChart();
            chart.addClassName("chart-curves");
            chart.setTestId("fan-" + fan.name());
            fans.put(fan, chart);
            Div panel = new Div(new H3(curves.title()), chart);
            panel.addClassName("curve-panel");
            charts.add(panel);
        }
        return charts;
    }

    /// Fans along what was typed in.
    private Component rowFans() {
        Div all = new Div();
        for (FanPayload fan : found.fans()) {
            if (Fans.isCurve(model, fan)) {
                continue;
            }
            if (isEvent(fan)) {
                all.add(events(fan));
                continue;
            }
            DataTable table =
                    new DataTable(
                            "Quantiles of " + OutputLayout.words(fan.name()),
                            DataTable.Column.text(Formats.capital(OutputLayout.words(fan.along()))),
                            DataTable.Column.number("5 %"),
                            DataTable.Column.number("Median"),
                            DataTable.Column.number("95 %"),
                            DataTable.Column.number("Mean"));
            for (int i = 0; i < fan.axis().size(); i++) {
                table.row(
                        ResultsPane.label(model, fan.along(), fan.axis().get(i), i),
                        at(fan, "0.05", i),
                        at(fan, "0.5", i),
                        at(fan, "0.95", i),
                        mean(fan, i, fan.unit()));
            }
            String unit = Quantities.unit(fan.unit());
            all.add(
                    new H3(
                            Formats.capital(OutputLayout.words(fan.name()))
                                    + (unit.isEmpty() ? "" : " (" + unit + ")")),
                    table);
        }
        return all;
    }

    /// Whether it is about what happens in a run or does not, 1 or 0: how often says all.
    private static boolean isEvent(FanPayload fan) {
        return fan.unit().equals("1")
                && fan.mean() != null
                && fan.quantiles().values().stream()
                        .flatMap(List::stream)
                        .allMatch(it ->
                                it.isNumber() && (it.doubleValue() == 0 || it.doubleValue() == 1));
    }

    private Component events(FanPayload fan) {
        String name = Formats.capital(OutputLayout.words(fan.name()));
        DataTable table =
                new DataTable(
                        name,
                        DataTable.Column.text(Formats.capital(OutputLayout.words(fan.along()))),
                        DataTable.Column.number("Share of runs"));
        for (int i = 0; i < fan.axis().size(); i++) {
            table.row(
                    ResultsPane.label(model, fan.along(), fan.axis().get(i), i),
                    mean(fan, i, "share"));
        }
        Div all = new Div(new H3(name), table);
        all.setTestId("events-" + fan.name());
        return all;
    }

    private static String mean(FanPayload fan, int index, String unit) {
        List<@Nullable Double> means = fan.mean();
        Double mean = means == null || index >= means.size() ? null : means.get(index);
        return mean == null
                ? Formats.UNKNOWN
                : Quantities.text(mean, Quantities.tellsItself(unit) ? unit : "1");
    }

    private static String at(FanPayload fan, String quantile, int index) {
        List<JsonNode> values = fan.quantiles().getOrDefault(quantile, List.of());
        return index < values.size()
                ? Quantities.text(
                        values.get(index), Quantities.tellsItself(fan.unit()) ? fan.unit() : "1")
                : Formats.UNKNOWN;
    }

    private Component quantiles() {
        if (figures.isEmpty()) {
            return new Span();
        }
        DataTable table =
                new DataTable(
                        "Quantiles of each output",
                        DataTable.Column.text("Output"),
                        DataTable.Column.number("5 %"),
                        DataTable.Column.number("25 %"),
                        DataTable.Column.number("Median"),
                        DataTable.Column.number("75 %"),
                        DataTable.Column.number("95 %"),
                        DataTable.Column.number("Mean"),
                        DataTable.Column.number("Never"));
        for (FigurePayload figure : figures) {
            List<Component> cells = new ArrayList<>();
            String unit = Quantities.unit(figure.unit());
            cells.add(
                    Parts.stacked(
                            Formats.capital(OutputLayout.words(figure.name())),
                            Quantities.isShare(unit) ? "" : unit));
            for (String quantile : List.of("0.05", "0.25", "0.5", "0.75", "0.95")) {
                JsonNode value = figure.quantiles().get(quantile);
                cells.add(new Span(value == null ? Formats.UNKNOWN : shown(value, figure)));
            }
            Double mean = figure.mean();
            cells.add(
                    new Span(
                            mean == null
                                    ? Formats.UNKNOWN
                                    : shown(Json.NODES.numberNode(mean), figure)));
            cells.add(
                    new Span(figure.never() == 0 ? "" : Quantities.text(figure.never(), "share")));
            table.row(cells.toArray(Component[]::new))
                    .getElement()
                    .setAttribute("data-testid", "quantile-row");
        }
        return new Div(new H3("Quantiles"), table);
    }

    private static String shown(JsonNode value, FigurePayload figure) {
        String unit = figure.unit();
        return Quantities.text(value, Quantities.tellsItself(unit) ? unit : "1");
    }

    private Component exceedances() {
        DataTable table =
                new DataTable(
                        "How probable it is to exceed thresholds",
                        DataTable.Column.text("Output"),
                        DataTable.Column.number("Above"),
                        DataTable.Column.number("Probability"),
                        DataTable.Column.number("95 % interval"));
        boolean any = false;
        for (FigurePayload figure : figures) {
            for (ExceedancePayload it : figure.exceedances()) {
                any = true;
                table.row(
                        Formats.capital(OutputLayout.words(figure.name())),
                        Quantities.text(it.threshold(), figure.unit()),
                        Quantities.text(it.probability(), "share"),
                        Quantities.text(it.low(), "share")
                                + " to "
                                + Quantities.text(it.high(), "share"));
            }
        }
        Div part = new Div(new H3("Thresholds"), table);
        part.setTestId("exceedances");
        part.setVisible(any);
        return part;
    }
}
