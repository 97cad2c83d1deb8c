package rubicon.model.rule;

import java.util.List;
import java.util.Optional;
import rubicon.model.analysis.Frontier;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.Direction;

/// The indicator's frontier, its running best, against a threshold.
///
/// @param of which number of the best result
/// @param minN results of fewer cases, or of unknown many, do not count; 0 for any
/// @param reading which values are asked
public record FrontierCondition(Comparison op, ValueEnd of, int minN, SeriesReading reading)
        implements Condition {

    /// The best value, of however many cases.
    public FrontierCondition(Comparison op) {
        this(op, ValueEnd.VALUE, 0);
    }

    /// The best clean value.
    public FrontierCondition(Comparison op, ValueEnd of, int minN) {
        this(op, of, minN, SeriesReading.CLEAN);
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.FRONTIER;
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        var indicator = held.indicator(rule.watched());
        if (indicator.direction() == Direction.NONE) {
            return new Measured.Nothing("neither direction is better");
        }
        var standing = held.standing(rule.watched(), reading);
        Optional<Result> best =
                minN == 0
                        ? standing.best()
                        : Frontier.best(
                                LatestCondition.ofEnough(standing.results(), minN), indicator);
        if (best.isEmpty()) {
            return new Measured.Nothing("no value stands that counts");
        }
        var value = of.of(best.get().estimate());
        return value == null
                ? new Measured.Nothing("the best value states no interval")
                : Measured.of(value, List.of(best.get()));
    }
}
