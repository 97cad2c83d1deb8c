package rubicon.model.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.StateCalculator;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.TrendWindow;

/// In how many days the trend of the indicator's frontier doubles; halves, where lower is better.
public record TrendCondition(Comparison op) implements Condition {

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
        var indicator = held.indicator(rule.watched());
        var histories = held.histories(rule.watched());
        var state = StateCalculator.state(indicator, histories, cutBy(indicator.trend(), held));
        var trend = state.trend();
        if (trend == null) {
            return new Measured.Nothing(state.reasons().getOrDefault("trend", "it has no trend"));
        }
        double fitted = trend.doublingTime().days();
        double days = indicator.direction() == Direction.LOWER ? -fitted : fitted;
        return days <= 0
                ? new Measured.Nothing("the trend runs away from what is better")
                : Measured.of(days, state.frontier().reversed());
    }

    private static List<Result> cutBy(@Nullable TrendWindow window, Holdings held) {
        var by = window == null ? null : window.cutBy();
        return by == null ? List.of() : held.results(by);
    }
}
