package rubicon.model.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import rubicon.model.analysis.Course;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.ScaledLine;

/// Where the newest best lies among what was to be expected of its day: the chance that the trend,
/// fitted to the bests before it, gave to one value that is no better. The upper bound of an 80 %
/// interval is .9, the lower one .1.
///
/// The trend is that of the indicator's window, on the indicator's scale; the newest best itself is
/// held against it also where the window's limit would cut it off.
///
/// @param reading which values are asked
/// @see rubicon.model.stats.LinearFit#nextAt
/// @see "docs/methods/trends.md"
public record PredictedCondition(Comparison op, SeriesReading reading) implements Condition {
    /// As many as a forecast needs.
    static final int FEWEST = 4;

    /// Of clean values.
    public PredictedCondition(Comparison op) {
        this(op, SeriesReading.CLEAN);
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.PREDICTED;
    }

    @Override
    public String unit(String indicator) {
        return "probability";
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        Standing standing = held.standing(rule.watched(), reading);
        if (standing.indicator().identity() == Identity.SERIES) {
            return new Measured.Nothing("the same is measured again and again: nothing is a best");
        }
        TrendWindow window = standing.indicator().trend();
        if (window == null) {
            return new Measured.Nothing("the catalogue declares no window for a trend");
        }
        IndicatorId by = window.cutBy();
        Collection<Result> cutBy = by == null ? List.of() : held.standing(by, reading).results();
        try {
            return place(Course.of(standing, cutBy), standing.frontierFrom(window.from()));
        } catch (IllegalArgumentException e) {
            return new Measured.Nothing(String.valueOf(e.getMessage()));
        }
    }

    /// @param bests of the window, oldest first
    private static Measured place(Course course, List<Result> bests) {
        if (course.known().isEmpty()) {
            return new Measured.Nothing("no value stands that counts");
        }
        DatedValue newest = course.known().getLast();
        LocalDate day = newest.date();
        List<DatedValue> before =
                course.fitted().stream().filter(it -> it.date().isBefore(day)).toList();
        if (before.size() < FEWEST) {
            return new Measured.Nothing(
                    "%d points before the newest best are fewer than %d"
                            .formatted(before.size(), FEWEST));
        }
        double expected =
                ScaledLine.of(before, course.scale())
                        .nextAt(newest.day())
                        .cumulative(course.scale().to(newest.value()));
        return Measured.of(expected, bests.reversed());
    }
}
