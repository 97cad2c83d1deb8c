package rubicon.model.saturation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rubicon.model.trend.Scale;

/// A series of scores against a floor and a ceiling.
///
/// @param points oldest first: the records alone, of equals the first
/// @param scale from floor to ceiling; no score reaches the ceiling
public record Scores(List<Point> points, Scale.Logit scale) {
    /// One score.
    ///
    /// @param time in a unit of the caller's choice, years as a rule
    public record Point(double time, double score) {
        public Point {
            if (!(Double.isFinite(time) && Double.isFinite(score))) {
                throw new IllegalArgumentException(
                        "score %s at %s is not finite".formatted(score, time));
            }
        }
    }

    public Scores {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("there is no score");
        }
        // A ceiling that a score reaches is none: refused, never clipped into.
        points.forEach(point -> scale.to(point.score()));
    }

    /// The records of a series.
    ///
    /// @param all in any order
    /// @param floor what chance alone reaches
    /// @param ceiling above every score
    /// @throws IllegalArgumentException if a score reaches the ceiling
    public static Scores of(List<Point> all, double floor, double ceiling) {
        List<Point> records = new ArrayList<>();
        for (Point point :
                all.stream()
                        .sorted(
                                Comparator.comparingDouble(Point::time)
                                        .thenComparing(
                                                Comparator.comparingDouble(Point::score)
                                                        .reversed()))
                        .toList()) {
            if (records.isEmpty() || point.score() > records.getLast().score()) {
                records.add(point);
            }
        }
        return new Scores(records, new Scale.Logit(floor, ceiling));
    }

    /// The times of the records.
    double[] times() {
        return points.stream().mapToDouble(Point::time).toArray();
    }

    /// The scores of the records.
    double[] values() {
        return points.stream().mapToDouble(Point::score).toArray();
    }

    /// The logits of the records.
    double[] logits() {
        return points.stream().mapToDouble(point -> scale.to(point.score())).toArray();
    }

    /// The share of the way to the ceiling that the last record has gone, in [0, 1): above .9 a
    /// benchmark is spent.
    public double saturation() {
        return Math.max(0, scale.share(points.getLast().score()));
    }
}
