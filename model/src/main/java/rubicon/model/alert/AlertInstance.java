package rubicon.model.alert;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.rule.Rule;

/// A rule's alert with all that the machine has to remember between two inputs.
///
/// @param ruleVersion the version that was last applied
/// @param episodesSoFar how many episode numbers are used, over all versions of the rule
/// @param lastObservation ledger time of the newest observation that was evaluated; null before the
///   first
/// @param missingEvaluations in a row, in which the series was missing
/// @param imposed whether a policy moved the state in place of a value, so that the next value
///   counts even if no observation is new
/// @param lastInputAt virtual time of the last input; null before the first
public record AlertInstance(
        int ruleVersion,
        int episodesSoFar,
        AlertState state,
        Health health,
        @Nullable Instant lastObservation,
        int missingEvaluations,
        boolean imposed,
        @Nullable Instant lastInputAt) {

    /// Of a rule that was never evaluated.
    public static AlertInstance of(Rule rule) {
        return new AlertInstance(
                rule.version(), 0, new AlertState.Normal(), Health.OK, null, 0, false, null);
    }

    /// When the machine wants to be woken at the latest, if at all; never before the last input.
    public Optional<Instant> deadline() {
        return openLatches()
                .flatMap(Latches::deadline)
                .map(due -> lastInputAt == null || due.isAfter(lastInputAt) ? due : lastInputAt);
    }

    /// The episode that is pending or open.
    public Optional<Episode> episode() {
        return switch (state) {
            case AlertState.Normal _ -> Optional.empty();
            case AlertState.Pending pending -> Optional.of(pending.episode());
            case AlertState.Firing firing -> Optional.of(firing.episode());
            case AlertState.Recovering recovering -> Optional.of(recovering.episode());
        };
    }

    /// The severities; those of the rule, none breached, while the state is normal.
    Latches latches(Rule rule) {
        return openLatches().orElseGet(() -> Latches.of(rule));
    }

    /// The severities, while there is an episode.
    Optional<Latches> openLatches() {
        return switch (state) {
            case AlertState.Normal _ -> Optional.empty();
            case AlertState.Pending pending -> Optional.of(pending.latches());
            case AlertState.Firing firing -> Optional.of(firing.latches());
            case AlertState.Recovering recovering -> Optional.of(recovering.latches());
        };
    }

    /// The same with other severities, where there is an episode.
    AlertInstance with(Latches latches) {
        return with(
                switch (state) {
                    case AlertState.Normal normal -> normal;
                    case AlertState.Pending(var episode, _) ->
                            new AlertState.Pending(episode, latches);
                    case AlertState.Firing(var episode, _) ->
                            new AlertState.Firing(episode, latches);
                    case AlertState.Recovering(var episode, var since, _) ->
                            new AlertState.Recovering(episode, since, latches);
                });
    }

    AlertInstance with(AlertState next) {
        return new AlertInstance(
                ruleVersion,
                episodesSoFar,
                next,
                health,
                lastObservation,
                missingEvaluations,
                imposed,
                lastInputAt);
    }

    AlertInstance withNumberUsed() {
        return new AlertInstance(
                ruleVersion,
                episodesSoFar + 1,
                state,
                health,
                lastObservation,
                missingEvaluations,
                imposed,
                lastInputAt);
    }

    AlertInstance at(Instant at) {
        return new AlertInstance(
                ruleVersion,
                episodesSoFar,
                state,
                health,
                lastObservation,
                missingEvaluations,
                imposed,
                at);
    }

    AlertInstance ofVersion(int version) {
        return new AlertInstance(
                version,
                episodesSoFar,
                state,
                health,
                lastObservation,
                missingEvaluations,
                imposed,
                lastInputAt);
    }

    /// A value was read.
    AlertInstance readable(@Nullable Instant newest) {
        return new AlertInstance(
                ruleVersion, episodesSoFar, state, Health.OK, newest, 0, false, lastInputAt);
    }

    /// None could be read.
    AlertInstance unreadable(Health why) {
        int missing = why == Health.MISSING ? missingEvaluations + 1 : 0;
        return new AlertInstance(
                ruleVersion,
                episodesSoFar,
                state,
                why,
                lastObservation,
                missing,
                imposed,
                lastInputAt);
    }

    AlertInstance imposedUpon() {
        return new AlertInstance(
                ruleVersion,
                episodesSoFar,
                state,
                health,
                lastObservation,
                missingEvaluations,
                true,
                lastInputAt);
    }

    /// As if never evaluated, but for the numbers that are used.
    AlertInstance anew(int version) {
        return new AlertInstance(
                version,
                episodesSoFar,
                new AlertState.Normal(),
                Health.OK,
                null,
                0,
                false,
                lastInputAt);
    }
}
