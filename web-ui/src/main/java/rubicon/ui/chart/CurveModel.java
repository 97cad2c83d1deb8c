package rubicon.ui.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Curves along one axis, with bands around them; how they are drawn is said by [CurveChart].
///
/// @param axis what runs along the bottom, with its unit
/// @param unit of the heights
/// @param scale of the heights
public record CurveModel(
        String title,
        String axis,
        String unit,
        YScale scale,
        List<Curve> curves,
        List<Band> bands) {
    private static final double WIDE = 1_000;

    public CurveModel {
        curves = List.copyOf(curves);
        bands = List.copyOf(bands);
    }

    /// A curve; only what is finite is drawn.
    ///
    /// @param beside whether it is drawn for comparison
    public record Curve(String name, List<Point> points, boolean beside) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /// A point, at a number or at a day.
    public record Point(Place at, double height) {}

    /// What lies between two heights.
    ///
    /// @param strength how dark, from 0 to 1
    public record Band(String name, List<Between> places, double strength) {
        public Band {
            places = List.copyOf(places);
        }
    }

    /// An interval at a place.
    public record Between(Place at, double low, double high) {}

    /// Where on the axis something stands.
    public sealed interface Place {
        /// At a number.
        record Amount(double value) implements Place {}

        /// At a day.
        record Day(LocalDate value) implements Place {}
    }

    /// Whether there is nothing to draw.
    public boolean isEmpty() {
        return curves.stream().allMatch(it -> it.points().isEmpty()) && bands.isEmpty();
    }

    /// The scale that suits the heights: logarithmic where they are positive and differ a
    /// thousandfold.
    public static YScale suiting(List<Double> heights) {
        double low = heights.stream().mapToDouble(it -> it).min().orElse(0);
        double high = heights.stream().mapToDouble(it -> it).max().orElse(0);
        return low > 0 && high / low > WIDE ? YScale.LOG : YScale.LINEAR;
    }

    /// Every height that is drawn.
    List<Double> heights() {
        return Stream.concat(
                        curves.stream().flatMap(it -> it.points().stream()).map(Point::height),
                        bands.stream()
                                .flatMap(it -> it.places().stream())
                                .flatMap(it -> Stream.of(it.low(), it.high())))
                .toList();
    }

    /// Every place that is drawn.
    List<Place> places() {
        return Stream.concat(
                        curves.stream().flatMap(it -> it.points().stream()).map(Point::at),
                        bands.stream().flatMap(it -> it.places().stream()).map(Between::at))
                .toList();
    }
}
