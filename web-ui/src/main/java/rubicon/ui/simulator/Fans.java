package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rubicon.ui.chart.CurveModel;
import rubicon.ui.chart.CurveModel.Band;
import rubicon.ui.chart.CurveModel.Between;
import rubicon.ui.chart.CurveModel.Curve;
import rubicon.ui.chart.CurveModel.Place;
import rubicon.ui.chart.CurveModel.Point;
import rubicon.ui.chart.YScale;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.OutputPayload;
import rubicon.ui.client.SimulationResultPayload.FanPayload;
import rubicon.ui.client.SimulationResultPayload.FigurePayload;
import rubicon.ui.simulator.OutputLayout.Curves;

/// What a Monte Carlo run found, as curves and bands.
final class Fans {
    private Fans() {}

    /// Whether a fan runs along an axis that the model answers; others run along what was typed in.
    static boolean isCurve(ScenarioModelPayload model, FanPayload fan) {
        return model.output(fan.along())
                .filter(it -> List.of("REALS", "WHOLES", "DAYS").contains(it.shape()))
                .isPresent();
    }

    /// The median between what 50 % and 90 % of the runs lie within.
    static CurveModel of(ScenarioModelPayload model, FanPayload fan, Optional<YScale> scale) {
        OutputPayload output = model.output(fan.name()).orElse(null);
        OutputPayload axis = model.output(fan.along()).orElse(null);
        if (output == null || axis == null) {
            return new CurveModel(
                    fan.name(), fan.along(), fan.unit(), YScale.LINEAR, List.of(), List.of());
        }
        List<Band> bands = new ArrayList<>();
        band("90 % of the runs", fan, "0.05", "0.95", 0.22).ifPresent(bands::add);
        band("half of the runs", fan, "0.25", "0.75", 0.38).ifPresent(bands::add);
        List<Point> median = points(fan, "0.5");
        return CurveFigures.model(
                new Curves(axis, fan.unit(), List.of(output)),
                median.isEmpty() ? List.of() : List.of(new Curve("median", median, false)),
                bands,
                scale);
    }

    private static Optional<Band> band(
            String name, FanPayload fan, String low, String high, double strength) {
        List<JsonNode> lows = fan.quantiles().getOrDefault(low, List.of());
        List<JsonNode> highs = fan.quantiles().getOrDefault(high, List.of());
        List<Between> places = new ArrayList<>();
        for (int i = 0; i < Math.min(fan.axis().size(), Math.min(lows.size(), highs.size())); i++) {
            Optional<Place> at = CurveFigures.place(fan.axis().get(i));
            Optional<Double> from = Json.real(lows.get(i)).filter(Double::isFinite);
            Optional<Double> to = Json.real(highs.get(i)).filter(Double::isFinite);
            if (at.isPresent() && from.isPresent() && to.isPresent()) {
                places.add(new Between(at.get(), from.get(), to.get()));
            }
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(new Band(name, places, strength));
    }

    private static List<Point> points(FanPayload fan, String quantile) {
        return CurveFigures.points(
                fan.axis(),
                Json.NODES.arrayNode().addAll(fan.quantiles().getOrDefault(quantile, List.of())));
    }

    /// The share of runs up to each value of an output.
    static CurveModel distribution(FigurePayload figure) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < figure.percentiles().size(); i++) {
            double share = i / 100.0;
            Json.real(figure.percentiles().get(i))
                    .filter(Double::isFinite)
                    .ifPresent(value -> points.add(new Point(new Place.Amount(value), share)));
        }
        String words = OutputLayout.words(figure.name());
        String unit = Quantities.unit(figure.unit());
        boolean spread = points.size() > 1 && !points.getFirst().at().equals(points.getLast().at());
        return new CurveModel(
                "Share of runs up to " + words,
                unit.isEmpty() ? words : words + " (" + unit + ")",
                "share",
                YScale.LINEAR,
                spread ? List.of(new Curve("share of runs", points, false)) : List.of(),
                List.of());
    }
}
