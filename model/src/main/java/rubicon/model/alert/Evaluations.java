package rubicon.model.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rubicon.model.rule.MissingPolicy;
import rubicon.model.rule.NoDataPolicy;
import rubicon.model.rule.Rule;
import rubicon.model.rule.RuleEvaluation;
import rubicon.model.rule.Signal;

/// Turns what an evaluation read, or could not read, into moved severities.
final class Evaluations {

    private Evaluations() {}

    /// @param instance whose waits that are over at `at` are completed
    static Step evaluate(
            Rule rule, AlertInstance instance, Instant at, AlertInput.Evaluation evaluation) {
        return switch (evaluation.reading()) {
            case Reading.Usable usable -> usable(rule, instance, at, evaluation, usable);
            case Reading.Unusable(var health) ->
                    unusable(rule, instance.unreadable(health), at, evaluation);
        };
    }

    private static Step usable(
            Rule rule,
            AlertInstance before,
            Instant at,
            AlertInput.Evaluation evaluation,
            Reading.Usable usable) {
        var last = before.lastObservation();
        boolean newer = last == null || usable.newestRecordedAt().isAfter(last);
        var instance = before.readable(newer ? usable.newestRecordedAt() : last);
        if (!newer && !before.imposed()) {
            return Step.none(instance.with(instance.latches(rule).resume(at)));
        }
        var signals = RuleEvaluation.of(rule, usable.value());
        var evidence = new Evidence(usable.value(), usable.observations(), evaluation.dataAsOf());
        var cause =
                Cause.value(at, evidence, evaluation.evaluator(), signals.isBreached())
                        .because(newer ? null : Reason.DATA_RETURNED);
        if (instance.state() instanceof AlertState.Normal) {
            return fromNormal(rule, instance, usable, signals, cause);
        }
        boolean isNoNews = usable.incomparable() || (usable.olderThanRule() && isUntold(instance));
        return isNoNews && signals.isBreached()
                ? moreHistory(rule, instance, signals, cause)
                : ordinary(rule, instance, signals, cause);
    }

    /// Whether nothing was told of the episode so far: it is pending, or began before the rule.
    private static boolean isUntold(AlertInstance instance) {
        return instance.episode().filter(it -> it.announced() == null).isPresent();
    }

    /// History arrives in pieces: a graver breach that is older than the rule is no more news than
    /// the one before it, and waits as little. Nor is what follows from other mathematics alone.
    private static Step moreHistory(
            Rule rule, AlertInstance instance, RuleEvaluation signals, Cause cause) {
        var at = cause.at();
        var latches =
                instance.latches(rule)
                        .on(signals, at)
                        .resume(at)
                        .hold(level -> signals.signal(level) == Signal.BREACHED)
                        .complete(at);
        return Moves.settle(
                rule, instance, latches, cause.flagged(EpisodeFlag.BASELINE, Reason.BASELINE, at));
    }

    private static Step fromNormal(
            Rule rule,
            AlertInstance instance,
            Reading.Usable usable,
            RuleEvaluation signals,
            Cause cause) {
        if ((usable.olderThanRule() || usable.incomparable()) && signals.isBreached()) {
            var held = Latches.of(rule).hold(level -> signals.signal(level) == Signal.BREACHED);
            var baseline = cause.flagged(EpisodeFlag.BASELINE, Reason.BASELINE, cause.at());
            return Moves.settle(rule, instance, held, baseline);
        }
        var correction = usable.correction();
        if (correction == null && !signals.isBreached()) {
            return Step.none(instance);
        }
        return correction == null
                ? ordinary(rule, instance, signals, cause)
                : corrected(rule, instance, correction, signals, cause);
    }

    private static Step ordinary(
            Rule rule, AlertInstance instance, RuleEvaluation signals, Cause cause) {
        var at = cause.at();
        var latches = instance.latches(rule).on(signals, at).resume(at).complete(at);
        return Moves.settle(rule, instance, latches, cause);
    }

    /// A correction shows a breach in the past that goes on, or that is over, or none at all.
    private static Step corrected(
            Rule rule,
            AlertInstance instance,
            Reading.Correction correction,
            RuleEvaluation present,
            Cause cause) {
        var past = RuleEvaluation.of(rule, correction.value());
        var level = past.highestBreached();
        if (level.isEmpty()) {
            return ordinary(rule, instance, present, cause);
        }
        var retroactive =
                cause.flagged(EpisodeFlag.RETROACTIVE, Reason.RETROACTIVE, correction.validTime());
        var held =
                Latches.of(rule)
                        .hold(one ->
                                correction.stillBreached()
                                        && past.signal(one) == Signal.BREACHED
                                        && present.signal(one) != Signal.CLEAR);
        if (held.isAnyHeld()) {
            var latches = held.on(present, cause.at()).complete(cause.at());
            return Moves.settle(rule, instance, latches, retroactive);
        }
        var over =
                Moves.pastEpisode(
                        rule, instance, level.get(), retroactive.ofValue(correction.value()));
        return over.then(ordinary(rule, over.instance(), present, cause));
    }

    private static Step unusable(
            Rule rule, AlertInstance instance, Instant at, AlertInput.Evaluation evaluation) {
        var latches = instance.latches(rule);
        var moved =
                instance.health() == Health.MISSING
                        ? missing(rule, instance, latches)
                        : unreadable(rule, latches.resume(at), at);
        if (moved == null) {
            return Step.none(instance.with(latches.stop(at)));
        }
        var completed = moved.complete(at);
        boolean changes = !completed.equals(latches.resume(at));
        var evidence =
                instance.episode()
                        .map(episode -> episode.evidence().seenAgain(evaluation.dataAsOf()))
                        .orElseGet(() -> Evidence.none(evaluation.dataAsOf()));
        var reason = AlertMachine.whyUnread(instance.health());
        boolean breached =
                instance.health() != Health.MISSING && rule.noData() == NoDataPolicy.ALERT;
        var cause = Cause.value(at, evidence, evaluation.evaluator(), breached).because(reason);
        return Moves.settle(rule, changes ? instance.imposedUpon() : instance, completed, cause);
    }

    /// Null where the policy is to keep the state.
    private static @Nullable Latches missing(Rule rule, AlertInstance instance, Latches latches) {
        return switch (rule.missing()) {
            case MissingPolicy.Keep _ -> null;
            case MissingPolicy.ResolveMissing(int evaluations) ->
                    instance.missingEvaluations() < evaluations ? null : latches.off();
        };
    }

    /// Null where the policy is to keep the state.
    private static @Nullable Latches unreadable(Rule rule, Latches latches, Instant at) {
        return switch (rule.noData()) {
            case KEEP -> null;
            case ALERT -> latches.alarm(at);
            case OK -> latches.clear(at);
        };
    }
}
