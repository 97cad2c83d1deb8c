package rubicon.ui.simulator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.SimulationResultPayload;
import rubicon.ui.client.SimulationResultPayload.BarPayload;
import rubicon.ui.client.SimulationResultPayload.DrawnPayload;
import rubicon.ui.client.SimulationResultPayload.FigurePayload;
import rubicon.ui.client.SimulationResultPayload.RankPayload;
import rubicon.ui.client.SimulationResultPayload.SobolPayload;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;

/// What an output depends on: rank correlations, a tornado of each input alone and, if the run has
/// them, Sobol indices, as bars in tables.
final class Sensitivities extends Div {
    Sensitivities(SimulationResultPayload found, FigurePayload figure) {
        addClassName("sensitivities");
        setTestId("sensitivities");
        add(ranks(found, figure), tornado(found, figure), sobol(found, figure));
    }

    /// Shares of the variance; not there if the run was not asked for them.
    private static Component sobol(SimulationResultPayload found, FigurePayload figure) {
        List<SobolPayload> shares =
                found.sensitivities().sobol().stream()
                        .filter(it -> it.output().equals(figure.name()))
                        .sorted(Comparator.comparingDouble(it -> -or(it.total(), 0)))
                        .toList();
        DataTable table =
                new DataTable(
                        "Sobol indices of " + OutputLayout.words(figure.name()),
                        DataTable.Column.text("Input"),
                        DataTable.Column.text("Share with others"),
                        DataTable.Column.number("Alone"),
                        DataTable.Column.number("With others"));
        for (SobolPayload it : shares) {
            Double total = it.total();
            table.row(
                            new Span(OutputLayout.words(it.input())),
                            total == null ? new Span() : bar(0, Math.clamp(total, 0, 1), 0, 1),
                            new Span(share(it.first())),
                            new Span(share(total)))
                    .getElement()
                    .setAttribute("data-testid", "sobol-row");
        }
        Div part = new Div(new H3("Share of the variance (Sobol indices)"), table);
        part.setVisible(!shares.isEmpty());
        return part;
    }

    private static String share(@Nullable Double value) {
        return value == null ? Formats.UNKNOWN : String.format(Locale.ENGLISH, "%.2f", value);
    }

    private static Component ranks(SimulationResultPayload found, FigurePayload figure) {
        DataTable table =
                new DataTable(
                        "Rank correlations of inputs with " + OutputLayout.words(figure.name()),
                        DataTable.Column.text("Input"),
                        DataTable.Column.text("Weaker … stronger"),
                        DataTable.Column.number("ρ"));
        List<RankPayload> ranked =
                found.rankCorrelations().stream()
                        .filter(it -> it.output().equals(figure.name()))
                        .sorted(Comparator.comparingDouble(it -> -Math.abs(or(it.value(), 0))))
                        .toList();
        for (RankPayload it : ranked) {
            Double value = it.value();
            table.row(
                            new Span(OutputLayout.words(it.input())),
                            value == null
                                    ? new Span()
                                    : bar(Math.min(0, value), Math.max(0, value), -1, 1),
                            new Span(
                                    value == null
                                            ? Formats.UNKNOWN
                                            : String.format(Locale.ENGLISH, "%+.2f", value)))
                    .getElement()
                    .setAttribute("data-testid", "rank-row");
        }
        return new Div(new H3("Rank correlation with the inputs"), table);
    }

    private static Component tornado(SimulationResultPayload found, FigurePayload figure) {
        List<BarPayload> bars =
                found.sensitivities().tornado().stream()
                        .filter(it -> it.output().equals(figure.name()))
                        .sorted(Comparator.comparingDouble(it -> -width(it)))
                        .toList();
        double low = bars.stream().flatMapToDouble(it -> ends(it)).min().orElse(0);
        double high = bars.stream().flatMapToDouble(it -> ends(it)).max().orElse(1);
        DataTable table =
                new DataTable(
                        OutputLayout.words(figure.name()) + " with each input alone",
                        DataTable.Column.text("Input, 10 % to 90 %"),
                        DataTable.Column.text("Range of the answer"),
                        DataTable.Column.number("Answers"));
        for (BarPayload it : bars) {
            double from = Json.real(it.atLow()).orElse(Double.NaN);
            double to = Json.real(it.atHigh()).orElse(Double.NaN);
            boolean drawn = Double.isFinite(from) && Double.isFinite(to) && high > low;
            table.row(
                            new Span(
                                    "%s, %s to %s"
                                            .formatted(
                                                    OutputLayout.words(it.input()),
                                                    value(found, it.input(), it.low()),
                                                    value(found, it.input(), it.high()))),
                            drawn
                                    ? bar(Math.min(from, to), Math.max(from, to), low, high)
                                    : new Span(),
                            new Span(
                                    Quantities.text(it.atLow(), figure.unit())
                                            + " → "
                                            + Quantities.text(it.atHigh(), figure.unit())))
                    .getElement()
                    .setAttribute("data-testid", "tornado-row");
        }
        return new Div(new H3("Each input alone, the others at their medians"), table);
    }

    private static String value(SimulationResultPayload found, String input, double value) {
        return found.inputs().stream()
                .filter(it -> it.name().equals(input))
                .findFirst()
                .map(DrawnPayload::unit)
                .map(unit -> Quantities.text(value, Quantities.isShare(unit) ? "1" : unit))
                .orElse(Quantities.number(value));
    }

    private static java.util.stream.DoubleStream ends(BarPayload it) {
        return java.util.stream.Stream.of(
                        Json.real(it.atLow()), Json.real(it.middle()), Json.real(it.atHigh()))
                .flatMap(Optional::stream)
                .filter(Double::isFinite)
                .mapToDouble(each -> each);
    }

    private static double width(BarPayload it) {
        double width =
                Math.abs(Json.real(it.atHigh()).orElse(0.0) - Json.real(it.atLow()).orElse(0.0));
        return Double.isNaN(width) ? 0 : width;
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    /// A bar from one value to another on a track between two ends. A picture of the number beside
    /// it.
    private static Component bar(double from, double to, double low, double high) {
        Div fill = new Div();
        fill.addClassName("bar-fill");
        double start = (from - low) / (high - low);
        double width = Math.max(0.004, (to - from) / (high - low));
        fill.getStyle().set("inset-inline-start", percent(Math.min(start, 0.996)));
        fill.getStyle().set("width", percent(width));
        Div track = new Div(fill);
        track.addClassName("bar-track");
        track.getElement().setAttribute("aria-hidden", "true");
        return track;
    }

    private static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.2f%%", 100 * share);
    }
}
