package rubicon.model.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rubicon.model.rule.NoDataPolicy;
import rubicon.model.rule.Rule;
import rubicon.model.rule.RuleEdit;

/// Moves one alert by one input. Pure: same inputs, same result, whatever restarts lie between.
///
/// ```
///                  breach, F > 0               F over
///     NORMAL ------------------------> PENDING ------> FIRING --------+
///     ^ ^  |                              |             ^   ^  |      | severity raised
///     | |  |                              |             |   |  |      | or lowered
///     | |  +------ breach, F = 0; baseline; retroactive-+   |  +------+ (same episode)
///     | +------------ not sustained ------+                 |  |
///     |                                                     |  | clear, K > 0
///     |                              breach or band         |  v
///     +--- clear, K = 0; K over; edit, pause, delete ---- RECOVERING
/// ```
///
/// A breach or a clearance begins only with an observation that is newer than those evaluated
/// before. What has begun completes by time alone, at its deadline: an input that comes later than
/// a deadline first does what the timer would have done then, so that a late timer changes nothing.
/// Under a policy that keeps the state, time stands still while the value can not be read.
public final class AlertMachine {

    /// The evaluator id of what a deadline completed.
    public static final String TIMER = "timer";

    private AlertMachine() {}

    /// The next step of a rule's alert.
    ///
    /// @param rule the version that the instance is of; for an edit, the one before it
    /// @return the instance after it, and what to write, tell and wait for
    /// @throws IllegalStateException if the instance is of another version of the rule
    public static Step next(Rule rule, AlertInstance instance, AlertInput input) {
        if (rule.version() != instance.ruleVersion()) {
            throw new IllegalStateException(
                    "rule %s has version %d, its alert is of version %d"
                            .formatted(rule.id(), rule.version(), instance.ruleVersion()));
        }
        var last = instance.lastInputAt();
        var at = last != null && input.at().isBefore(last) ? last : input.at();
        var passed = passTime(rule, instance, at);
        var now = passed.instance().at(at);
        return passed.then(
                switch (input) {
                    case AlertInput.Evaluation evaluation ->
                            rule.enabled()
                                    ? Evaluations.evaluate(rule, now, at, evaluation)
                                    : Step.none(now);
                    case AlertInput.TimerDue _ -> Step.none(passed.instance());
                    case AlertInput.RuleChanged change -> edit(rule, now, at, change);
                    case AlertInput.RuleDeleted deleted ->
                            end(rule, now, at, Reason.RULE_DELETED, deleted.by());
                });
    }

    /// Marks a closed episode whose evidence a correction has changed.
    ///
    /// @param health of the rule's alert at present
    /// @return the episode as it stands now, and the row of its history
    /// @throws IllegalArgumentException if the episode is open: an evaluation moves that one
    public static Correction correct(
            Episode closed, Health health, Instant at, Evidence corrected, String evaluator) {
        if (closed.isOpen()) {
            throw new IllegalArgumentException("episode %s is open".formatted(closed.id()));
        }
        var episode =
                closed.seen(corrected, closed.validUntil())
                        .because(Reason.CORRECTED)
                        .with(EpisodeFlag.CORRECTED);
        var transition =
                new Transition(
                        episode.id(),
                        at,
                        AlertCondition.NORMAL,
                        AlertCondition.NORMAL,
                        episode.severity(),
                        Reason.CORRECTED,
                        health,
                        corrected,
                        episode.threshold(),
                        episode.ruleVersion(),
                        evaluator,
                        episode.announced() == null ? null : Notice.CORRECTION);
        return new Correction(episode, transition);
    }

    /// A corrected episode, and the row that says so.
    public record Correction(Episode episode, Transition transition) {}

    /// Completes, each at its own time, the waits that are over by then.
    private static Step passTime(Rule rule, AlertInstance instance, Instant until) {
        var step = Step.none(instance);
        var due = instance.deadline();
        while (due.isPresent() && !due.get().isAfter(until)) {
            step = step.then(complete(rule, step.instance().at(due.get()), due.get()));
            due = step.deadline();
        }
        return step;
    }

    private static Step complete(Rule rule, AlertInstance instance, Instant at) {
        var cause =
                Cause.timer(at, lastEvidence(instance, at)).because(whyUnread(instance.health()));
        return Moves.settle(rule, instance, instance.latches(rule).complete(at), cause);
    }

    private static Step edit(
            Rule before, AlertInstance instance, Instant at, AlertInput.RuleChanged change) {
        var after = change.after();
        return switch (RuleEdit.between(before, after)) {
            case NONE, TEXT -> Step.none(instance.ofVersion(after.version()));
            case TIMERS -> newTimers(instance, at, after);
            case SEMANTIC, RESUMED -> anew(before, instance, at, change, Reason.RULE_UPDATED);
            case PAUSED -> anew(before, instance, at, change, Reason.PAUSED);
        };
    }

    /// A pending episode takes the new patience, an open one keeps its own.
    private static Step newTimers(AlertInstance instance, Instant at, Rule after) {
        var edited = instance.ofVersion(after.version());
        var latches = edited.latches(after);
        if (edited.state() instanceof AlertState.Pending) {
            latches = latches.withPatienceOf(after);
        }
        boolean stands =
                edited.health() != Health.OK
                        && (edited.health() == Health.MISSING
                                || after.noData() == NoDataPolicy.KEEP);
        return Step.none(edited.with(stands ? latches.stop(at) : latches));
    }

    private static Step anew(
            Rule before,
            AlertInstance instance,
            Instant at,
            AlertInput.RuleChanged change,
            Reason reason) {
        var ended = end(before, instance, at, reason, change.by());
        return ended.then(Step.none(ended.instance().anew(change.after().version())));
    }

    private static Step end(
            Rule rule, AlertInstance instance, Instant at, Reason reason, String by) {
        var cause = Cause.act(at, lastEvidence(instance, at), by, reason);
        return Moves.settle(rule, instance, instance.latches(rule).off(), cause);
    }

    private static Evidence lastEvidence(AlertInstance instance, Instant at) {
        return instance.episode().map(Episode::evidence).orElseGet(() -> Evidence.none(at));
    }

    /// The reason of what happens while the value can not be read; null while it can.
    static @Nullable Reason whyUnread(Health health) {
        return switch (health) {
            case OK -> null;
            case NO_DATA -> Reason.NO_DATA;
            case MISSING -> Reason.MISSING_SERIES;
            case STALE -> Reason.STALE;
            case ERROR -> Reason.ERROR;
        };
    }
}
