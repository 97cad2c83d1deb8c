package rubicon.model.rule;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.wire.ChroniclePayload;

/// What a rule compares with its thresholds. Each kind is a pure function from what the ledger and
/// the chronicle hold to one value, or to none with a reason.
public sealed interface Condition
        permits FrontierCondition,
                LatestCondition,
                GapCondition,
                TrendCondition,
                PredictedCondition,
                ChangeCondition,
                CountCondition,
                SilenceCondition,
                StandstillCondition,
                RestatedCondition,
                MarkedCondition,
                MilestonesCondition,
                ForecastDueCondition,
                DeterminationCondition,
                RewordedCondition {

    /// Name of the kind.
    ConditionKind kind();

    /// On which side of the thresholds the breach lies.
    Comparison op();

    /// Reads the value.
    ///
    /// @param rule that asks
    Measured measure(Rule rule, Holdings held);

    /// Which values are asked; null where none are, but what was stated, or the chronicle.
    default @Nullable SeriesReading reading() {
        return null;
    }

    /// The indicator that is read beside the rule's own.
    default Optional<IndicatorId> other() {
        return Optional.empty();
    }

    /// Whether something that was told of an entry of the chronicle has a part in the value.
    default boolean concerns(Rule rule, ChroniclePayload told) {
        return false;
    }

    /// Unit of the value and of the thresholds.
    ///
    /// @param indicator unit of the rule's indicator
    default String unit(String indicator) {
        return indicator;
    }
}
