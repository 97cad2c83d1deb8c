package rubicon.model.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rubicon.model.rule.Rule;
import rubicon.model.rule.SeverityLevel;

/// Draws the conclusion from moved severities: the state that they make, and the facts on the way.
final class Moves {

    private Moves() {}

    /// The alert whose severities are now these.
    static Step settle(Rule rule, AlertInstance instance, Latches latches, Cause cause) {
        return switch (instance.state()) {
            case AlertState.Normal _ -> fromNormal(rule, instance, latches, cause);
            case AlertState.Pending(var episode, _) ->
                    fromPending(rule, instance, episode, latches, cause);
            case AlertState.Firing(var episode, _) ->
                    fromOpen(rule, instance, episode, latches, cause);
            case AlertState.Recovering(var episode, _, _) ->
                    fromOpen(rule, instance, episode, latches, cause);
        };
    }

    private static Step fromNormal(
            Rule rule, AlertInstance instance, Latches latches, Cause cause) {
        var fires = latches.highestLatched();
        if (fires.isPresent()) {
            var episode = open(rule, instance, fires.get(), cause);
            return fire(
                    instance.withNumberUsed(), episode, latches, cause, cause.or(Reason.BREACHED));
        }
        var waits = latches.highestWaiting();
        if (waits.isEmpty()) {
            return Step.none(instance);
        }
        var episode = open(rule, instance, waits.get(), cause);
        var next = instance.withNumberUsed().with(new AlertState.Pending(episode, latches));
        return step(instance, next, episode, cause, null);
    }

    private static Step fromPending(
            Rule rule, AlertInstance instance, Episode before, Latches latches, Cause cause) {
        var seen = seen(before, cause);
        var fires = latches.highestLatched();
        if (fires.isPresent()) {
            var own = cause.byTimer() ? Reason.PENDING_ELAPSED : Reason.BREACHED;
            return fire(instance, at(rule, seen, fires.get()), latches, cause, cause.or(own));
        }
        var waits = latches.highestWaiting();
        if (waits.isEmpty()) {
            var ended = seen.resolved(cause.at()).because(cause.or(Reason.NOT_SUSTAINED));
            return step(instance, instance.with(new AlertState.Normal()), ended, cause, null);
        }
        var waiting = at(rule, seen, waits.get());
        var next = instance.with(new AlertState.Pending(waiting, latches));
        return new Step(next, List.of(), List.of(waiting));
    }

    private static Step fire(
            AlertInstance instance, Episode pending, Latches latches, Cause cause, Reason reason) {
        boolean history = cause.flag() == EpisodeFlag.BASELINE;
        var begun = pending.fired(cause.at()).because(reason);
        var fired = history ? begun.with(EpisodeFlag.BASELINE) : begun;
        var notice = history ? null : Notice.FIRST;
        var episode = notice == null ? fired : fired.told();
        var next = instance.with(new AlertState.Firing(episode, latches));
        return step(instance, next, episode, cause, notice);
    }

    private static Step fromOpen(
            Rule rule, AlertInstance instance, Episode before, Latches latches, Cause cause) {
        var seen = seen(before, cause);
        var top = latches.highestLatched();
        if (top.isEmpty()) {
            var own = cause.byTimer() ? Reason.KEEP_FIRING_ELAPSED : Reason.CLEARED;
            var ended = seen.resolved(cause.at()).because(cause.or(own));
            var notice = ended.announced() == null ? null : Notice.RESOLVED;
            return step(instance, instance.with(new AlertState.Normal()), ended, cause, notice);
        }
        var episode = at(rule, seen, top.get());
        if (!latches.isAnyHeld()) {
            return recover(instance, before, episode, latches, cause);
        }
        var notice = cause.flag() == EpisodeFlag.BASELINE ? null : notice(before, top.get());
        boolean relapses = instance.state() instanceof AlertState.Recovering;
        if (!relapses && before.severity() == top.get()) {
            var next = instance.with(new AlertState.Firing(episode, latches));
            return new Step(next, List.of(), List.of(episode));
        }
        var told = notice == null ? episode : episode.told();
        var moved = told.because(cause.or(whyFiring(before, top.get(), relapses)));
        var next = instance.with(new AlertState.Firing(moved, latches));
        return step(instance, next, moved, cause, notice);
    }

    private static Step recover(
            AlertInstance instance, Episode before, Episode after, Latches latches, Cause cause) {
        boolean lowered = before.severity() != after.severity();
        if (instance.state() instanceof AlertState.Recovering recovering) {
            var episode = lowered ? after.because(cause.or(Reason.SEVERITY_LOWERED)) : after;
            var next =
                    instance.with(new AlertState.Recovering(episode, recovering.since(), latches));
            return lowered
                    ? step(instance, next, episode, cause, null)
                    : new Step(next, List.of(), List.of(episode));
        }
        var episode = after.because(cause.or(Reason.CLEARED));
        var next = instance.with(new AlertState.Recovering(episode, cause.at(), latches));
        return step(instance, next, episode, cause, null);
    }

    private static Reason whyFiring(Episode before, SeverityLevel top, boolean relapses) {
        int change = top.compareTo(before.severity());
        if (change > 0) {
            return Reason.SEVERITY_RAISED;
        }
        return relapses ? Reason.RELAPSED : Reason.SEVERITY_LOWERED;
    }

    /// What is to be told of a firing episode that now has this severity. One of which nothing was
    /// told is not mentioned for becoming less grave.
    private static @Nullable Notice notice(Episode before, SeverityLevel top) {
        var announced = before.announced();
        int change = top.compareTo(announced == null ? before.severity() : announced);
        if (change > 0) {
            return Notice.SEVERITY_RAISED;
        }
        return change < 0 && announced != null ? Notice.SEVERITY_LOWERED : null;
    }

    /// An episode that a correction shows to have begun and ended in the past.
    static Step pastEpisode(Rule rule, AlertInstance instance, SeverityLevel level, Cause cause) {
        var fired = open(rule, instance, level, cause).fired(cause.at());
        var firing = instance.withNumberUsed().with(new AlertState.Firing(fired, Latches.of(rule)));
        var ended = fired.resolved(cause.at());
        var begun = step(instance, firing, fired, cause, null);
        var over = firing.with(new AlertState.Normal());
        return begun.then(step(firing, over, ended, cause, null));
    }

    private static Episode open(
            Rule rule, AlertInstance instance, SeverityLevel level, Cause cause) {
        return new Episode(
                "%s-v%d-%d"
                        .formatted(rule.id(), instance.ruleVersion(), instance.episodesSoFar() + 1),
                instance.ruleVersion(),
                level,
                cause.activeAt(),
                null,
                null,
                cause.or(Reason.BREACHED),
                Optional.ofNullable(cause.flag()).map(Set::of).orElse(Set.of()),
                null,
                rule.severity(level).hysteresis().fire(),
                cause.evidence(),
                cause.at());
    }

    private static Episode seen(Episode episode, Cause cause) {
        return episode.seen(cause.evidence(), cause.breached() ? cause.at() : episode.validUntil());
    }

    private static Episode at(Rule rule, Episode episode, SeverityLevel level) {
        return episode.at(level, rule.severity(level).hysteresis().fire());
    }

    private static Step step(
            AlertInstance from,
            AlertInstance to,
            Episode episode,
            Cause cause,
            @Nullable Notice notice) {
        var transition =
                new Transition(
                        episode.id(),
                        cause.at(),
                        from.state().condition(),
                        to.state().condition(),
                        episode.severity(),
                        episode.reason(),
                        to.health(),
                        episode.evidence(),
                        episode.threshold(),
                        to.ruleVersion(),
                        cause.evaluator(),
                        notice);
        return new Step(to, List.of(transition), List.of(episode));
    }
}
