package rubicon.model.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.rule.Patience;
import rubicon.model.rule.SeverityLevel;

/// An alert's memory in flat rows, for a store that knows no sealed types. What it makes and what
/// is made of it are equal.
///
/// @param episode null while the condition is `NORMAL`
/// @param recoveringSince null unless the condition is `RECOVERING`
/// @param latches in rising order of severity; none while the condition is `NORMAL`
public record AlertSnapshot(
        int ruleVersion,
        int episodesSoFar,
        AlertCondition condition,
        Health health,
        @Nullable Instant lastObservation,
        int missingEvaluations,
        boolean imposed,
        @Nullable Instant lastInputAt,
        @Nullable Episode episode,
        @Nullable Instant recoveringSince,
        List<LatchRow> latches) {

    public AlertSnapshot {
        latches = List.copyOf(latches);
    }

    /// What a severity is in.
    public enum Phase {
        OFF,
        WAITING,
        HELD,
        CLEARING
    }

    /// One severity.
    ///
    /// @param counted null unless it waits or clears
    /// @param runningSince null unless it waits or clears, and time runs
    public record LatchRow(
            SeverityLevel level,
            Phase phase,
            Duration pending,
            Duration keepFiring,
            @Nullable Duration counted,
            @Nullable Instant runningSince) {

        static LatchRow of(Latch latch) {
            return switch (latch) {
                case Latch.Off _ -> row(latch, Phase.OFF, null);
                case Latch.Waiting waiting -> row(latch, Phase.WAITING, waiting.stopwatch());
                case Latch.Held _ -> row(latch, Phase.HELD, null);
                case Latch.Clearing clearing -> row(latch, Phase.CLEARING, clearing.stopwatch());
            };
        }

        private static LatchRow row(Latch latch, Phase phase, @Nullable Stopwatch stopwatch) {
            return new LatchRow(
                    latch.level(),
                    phase,
                    latch.patience().pending(),
                    latch.patience().keepFiring(),
                    stopwatch == null ? null : stopwatch.counted(),
                    stopwatch == null ? null : stopwatch.runningSince());
        }

        Latch latch() {
            var patience = new Patience(pending, keepFiring);
            return switch (phase) {
                case OFF -> new Latch.Off(level, patience);
                case WAITING -> new Latch.Waiting(level, patience, stopwatch());
                case HELD -> new Latch.Held(level, patience);
                case CLEARING -> new Latch.Clearing(level, patience, stopwatch());
            };
        }

        private Stopwatch stopwatch() {
            return new Stopwatch(required(counted, "counted"), runningSince);
        }
    }

    /// The rows of an alert.
    public static AlertSnapshot of(AlertInstance instance) {
        var since =
                instance.state() instanceof AlertState.Recovering recovering
                        ? recovering.since()
                        : null;
        var latches = instance.openLatches().map(Latches::all).orElse(List.of());
        return new AlertSnapshot(
                instance.ruleVersion(),
                instance.episodesSoFar(),
                instance.state().condition(),
                instance.health(),
                instance.lastObservation(),
                instance.missingEvaluations(),
                instance.imposed(),
                instance.lastInputAt(),
                instance.episode().orElse(null),
                since,
                latches.stream().map(LatchRow::of).toList());
    }

    /// The alert of the rows.
    ///
    /// @throws IllegalStateException if a part is missing that the condition needs
    public AlertInstance instance() {
        return new AlertInstance(
                ruleVersion,
                episodesSoFar,
                state(),
                health,
                lastObservation,
                missingEvaluations,
                imposed,
                lastInputAt);
    }

    private AlertState state() {
        return switch (condition) {
            case NORMAL -> new AlertState.Normal();
            case PENDING -> new AlertState.Pending(required(episode, "episode"), ladder());
            case FIRING -> new AlertState.Firing(required(episode, "episode"), ladder());
            case RECOVERING ->
                    new AlertState.Recovering(
                            required(episode, "episode"),
                            required(recoveringSince, "recoveringSince"),
                            ladder());
        };
    }

    private Latches ladder() {
        return new Latches(latches.stream().map(LatchRow::latch).toList());
    }

    private static <T> T required(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException("the stored alert lacks its " + name);
        }
        return part;
    }
}
