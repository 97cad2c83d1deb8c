package rubicon.model.alert;

import java.time.Instant;
import rubicon.model.rule.Rule;

/// What can move an alert.
public sealed interface AlertInput {

    /// Virtual time: the ledger's `recordedAt` live, the deadline for timers, knowledge time in
    /// back-tests. One that lies before the last input counts as that one's.
    Instant at();

    /// The rule was evaluated.
    ///
    /// @param dataAsOf the data snapshot: ledger time as of which was read
    /// @param evaluator id of what evaluated
    record Evaluation(Instant at, Instant dataAsOf, String evaluator, Reading reading)
            implements AlertInput {}

    /// A deadline has come. No observation is new; one that comes too early does nothing.
    record TimerDue(Instant at) implements AlertInput {}

    /// Somebody edited, paused or resumed the rule.
    ///
    /// @param after the new version
    /// @param by who did it
    record RuleChanged(Instant at, Rule after, String by) implements AlertInput {}

    /// Somebody deleted the rule.
    ///
    /// @param by who did it
    record RuleDeleted(Instant at, String by) implements AlertInput {}
}
