package rubicon.model.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rubicon.model.rule.SeverityLevel;

/// One row of an episode's history: what changed, when, why and by which evidence.
///
/// @param episode id of the episode
/// @param at virtual time
/// @param severity of the episode after it; the last one where it ends
/// @param threshold the fire threshold of that severity
/// @param ruleVersion the version that was applied
/// @param evaluator id of what evaluated, `timer` for a deadline, or who acted
/// @param notice what should be told of it; null if nothing
public record Transition(
        String episode,
        Instant at,
        AlertCondition from,
        AlertCondition to,
        SeverityLevel severity,
        Reason reason,
        Health health,
        Evidence evidence,
        double threshold,
        int ruleVersion,
        String evaluator,
        @Nullable Notice notice) {}
