package rubicon.model.rule;

import rubicon.model.analysis.SeriesReading;

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
        return StandingTrend.read(
                standing, reading, held, days -> Measured.of(days, standing.frontier().reversed()));
    }
}
