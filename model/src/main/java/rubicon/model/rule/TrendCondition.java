package rubicon.model.rule;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.analysis.StateCalculator;
import rubicon.model.analysis.StateCalculator.Fit;
import rubicon.model.analysis.Trend;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.TrendWindow;

/// In how many days the trend of the indicator's frontier doubles; halves, where lower is better.
///
/// @param reading which values are asked
public record TrendCondition(Comparison op, SeriesReading reading) implements Condition {

    /// Of clean values.
    public TrendCondition(Comparison op) {
        this(op, SeriesReading.CLEAN);
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.TREND;
    }

    @Override
    public String unit(String indicator) {
        return "d";
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        var standing = held.standing(rule.watched(), reading);
        var window = standing.indicator().trend();
        return switch (StateCalculator.trend(standing, cutBy(window, held))) {
            case Fit.None(String reason) -> new Measured.Nothing(reason);
            case Fit.Line(Trend trend) -> {
                double fitted = trend.doublingTime().days();
                double days =
                        standing.indicator().direction() == Direction.LOWER ? -fitted : fitted;
                yield days <= 0
                        ? new Measured.Nothing("the trend runs away from what is better")
                        : Measured.of(days, standing.frontier().reversed());
            }
        };
    }

    private Collection<Result> cutBy(@Nullable TrendWindow window, Holdings held) {
        var by = window == null ? null : window.cutBy();
        return by == null ? List.of() : held.standing(by, reading).results();
    }
}
