package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rubicon.ui.chart.CurveModel;
import rubicon.ui.chart.CurveModel.Curve;
import rubicon.ui.chart.CurveModel.Place;
import rubicon.ui.chart.CurveModel.Point;
import rubicon.ui.chart.YScale;
import rubicon.ui.client.EvaluationPayload;
import rubicon.ui.client.ScenarioModelPayload.OutputPayload;
import rubicon.ui.simulator.OutputLayout.Curves;

/// What a model answered as curves.
final class CurveFigures {
    private CurveFigures() {}

    /// The curves of a chart.
    ///
    /// @param beside another answer, drawn for comparison
    /// @param scale empty for what suits the heights
    static CurveModel of(
            Curves curves,
            EvaluationPayload answer,
            Optional<Beside> beside,
            Optional<YScale> scale) {
        List<Curve> drawn = new ArrayList<>();
        for (OutputPayload output : curves.outputs()) {
            curve(OutputLayout.words(output.name()), curves, output, answer, false)
                    .ifPresent(drawn::add);
        }
        beside.ifPresent(other -> {
            for (OutputPayload output : curves.outputs()) {
                String name = OutputLayout.words(output.name()) + " – " + other.title();
                curve(name, curves, output, other.answer(), true).ifPresent(drawn::add);
            }
        });
        return model(curves, drawn, List.of(), scale);
    }

    static CurveModel model(
            Curves curves, List<Curve> drawn, List<CurveModel.Band> bands, Optional<YScale> scale) {
        List<Double> heights =
                drawn.stream().flatMap(it -> it.points().stream()).map(Point::height).toList();
        return new CurveModel(
                curves.title(),
                curves.axisTitle(),
                curves.unit(),
                scale.orElseGet(() -> CurveModel.suiting(heights)),
                drawn,
                bands);
    }

    private static Optional<Curve> curve(
            String name,
            Curves curves,
            OutputPayload output,
            EvaluationPayload answer,
            boolean beside) {
        List<Point> points =
                points(answer.value(curves.axis().name()), answer.value(output.name()));
        return points.isEmpty() ? Optional.empty() : Optional.of(new Curve(name, points, beside));
    }

    /// The finite points of two lists.
    static List<Point> points(JsonNode axis, JsonNode heights) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < Math.min(axis.size(), heights.size()); i++) {
            Optional<Place> at = place(axis.get(i));
            Optional<Double> height = Json.real(heights.get(i)).filter(Double::isFinite);
            if (at.isPresent() && height.isPresent()) {
                points.add(new Point(at.get(), height.get()));
            }
        }
        return points;
    }

    static Optional<Place> place(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(new Place.Amount(node.doubleValue()));
        }
        try {
            return Optional.of(new Place.Day(LocalDate.parse(node.asText())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
