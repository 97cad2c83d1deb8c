package rubicon.model.alert;

import java.time.Instant;
import rubicon.model.rule.Patience;
import rubicon.model.rule.SeverityLevel;
import rubicon.model.rule.Signal;

/// One severity within an alert. It keeps the patience it began with.
///
/// ```
///        B               F over             C
/// Off ------> Waiting ----------> Held ----------> Clearing
///  ^           |                   ^                |    |
///  +-- H, C ---+                   +----- B, H -----+    |
///  +---------------------- K over -----------------------+
/// ```
///
/// Held and clearing ones are *latched*: they count for the severity of the episode.
public sealed interface Latch {

    SeverityLevel level();

    Patience patience();

    /// Not breached, or no more.
    record Off(SeverityLevel level, Patience patience) implements Latch {}

    /// Breached, not yet long enough.
    record Waiting(SeverityLevel level, Patience patience, Stopwatch stopwatch) implements Latch {}

    /// Breached, or in the band after a breach.
    record Held(SeverityLevel level, Patience patience) implements Latch {}

    /// Clear, not yet long enough.
    record Clearing(SeverityLevel level, Patience patience, Stopwatch stopwatch) implements Latch {}

    /// Whether it counts for the severity of the episode.
    default boolean isLatched() {
        return switch (this) {
            case Held _, Clearing _ -> true;
            case Off _, Waiting _ -> false;
        };
    }

    /// Moved by what a value says. Begins and ends waits, completes none.
    default Latch on(Signal signal, Instant at) {
        return switch (this) {
            case Off off ->
                    switch (signal) {
                        case BREACHED -> new Waiting(level(), patience(), Stopwatch.startedAt(at));
                        case IN_BAND, CLEAR -> off;
                    };
            case Waiting waiting ->
                    switch (signal) {
                        case BREACHED -> waiting;
                        case IN_BAND, CLEAR -> off();
                    };
            case Held held ->
                    switch (signal) {
                        case BREACHED, IN_BAND -> held;
                        case CLEAR -> new Clearing(level(), patience(), Stopwatch.startedAt(at));
                    };
            case Clearing clearing ->
                    switch (signal) {
                        case BREACHED, IN_BAND -> held();
                        case CLEAR -> clearing;
                    };
        };
    }

    /// The same severity, not breached.
    default Latch off() {
        return new Off(level(), patience());
    }

    /// The same severity, held.
    default Latch held() {
        return new Held(level(), patience());
    }

    /// The same with another patience.
    default Latch with(Patience other) {
        return switch (this) {
            case Off _ -> new Off(level(), other);
            case Waiting waiting -> new Waiting(level(), other, waiting.stopwatch());
            case Held _ -> new Held(level(), other);
            case Clearing clearing -> new Clearing(level(), other, clearing.stopwatch());
        };
    }

    /// Time goes on for it.
    default Latch resume(Instant at) {
        return switch (this) {
            case Waiting(var level, var patience, var watch) ->
                    new Waiting(level, patience, watch.resume(at));
            case Clearing(var level, var patience, var watch) ->
                    new Clearing(level, patience, watch.resume(at));
            case Off _, Held _ -> this;
        };
    }

    /// Time stops for it.
    default Latch stop(Instant at) {
        return switch (this) {
            case Waiting(var level, var patience, var watch) ->
                    new Waiting(level, patience, watch.stop(at));
            case Clearing(var level, var patience, var watch) ->
                    new Clearing(level, patience, watch.stop(at));
            case Off _, Held _ -> this;
        };
    }
}
