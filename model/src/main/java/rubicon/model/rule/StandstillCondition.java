package rubicon.model.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.analysis.Standing;

/// How many doublings did not come: the days since the end of the period that the best value speaks
/// of, in doubling times of the trend that stands; in halving times, where lower is better.
///
/// @param reading which values are asked
/// @see TrendCondition
/// @see SilenceCondition
public record StandstillCondition(Comparison op, SeriesReading reading) implements Condition {

    /// Of clean values.
    public StandstillCondition(Comparison op) {
        this(op, SeriesReading.CLEAN);
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.STANDSTILL;
    }

    @Override
    public String unit(String indicator) {
        return "doublings";
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        Standing standing = held.standing(rule.watched(), reading);
        return StandingTrend.read(
                standing,
                reading,
                held,
                days ->
                        standing.best()
                                .<Measured>map(it -> since(rule, held, standing, it, days))
                                .orElseGet(() -> new Measured.Nothing("there is no best value")));
    }

    private static Measured since(
            Rule rule, Holdings held, Standing standing, Result best, double doublingDays) {
        Instant begins =
                best.observedOn().end().minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        // The trend rests on all bests: with one corrected the same silence is longer or shorter.
        Instant recordedAt =
                standing.frontier().stream()
                        .map(Result::recordedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(best.recordedAt());
        return Elapsed.in(doublingDays, rule, begins, held.now(), List.of(best.row()), recordedAt);
    }
}
