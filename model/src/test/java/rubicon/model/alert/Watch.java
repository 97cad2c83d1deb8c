package rubicon.model.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.rule.Rule;

/// Feeds one alert with inputs and keeps what came of them. Time is in minutes.
final class Watch {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final List<Transition> transitions = new ArrayList<>();
    private Rule rule;
    private Step last;
    private int rows;

    Watch(Rule rule) {
        this.rule = rule;
        this.last = Step.none(AlertInstance.of(rule));
    }

    static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    /// A new observation makes it that value.
    Watch value(long minute, double value) {
        return reads(minute, value, minute(minute), false, null);
    }

    /// A new observation, a minute for each so far.
    Watch next(double value) {
        return value(rows, value);
    }

    /// A value that stood when the rule was made.
    Watch history(long minute, double value) {
        return reads(minute, value, Rules.MADE.minusSeconds(1), true, null);
    }

    /// A new observation, which is a correction.
    Watch corrected(long minute, double value, Reading.Correction correction) {
        return reads(minute, value, minute(minute), false, correction);
    }

    /// Another value, without any new observation since that minute.
    Watch recomputed(long minute, double value, long newest) {
        return reads(minute, value, minute(newest), false, null);
    }

    private Watch reads(
            long minute,
            double value,
            Instant newest,
            boolean old,
            Reading.@Nullable Correction correction) {
        rows++;
        var reading =
                new Reading.Usable(value, List.of("row-" + rows), newest, old, false, correction);
        return input(new AlertInput.Evaluation(minute(minute), minute(minute), "release", reading));
    }

    Watch unreadable(long minute, Health health) {
        return input(
                new AlertInput.Evaluation(
                        minute(minute), minute(minute), "release", new Reading.Unusable(health)));
    }

    Watch timer(long minute) {
        return input(new AlertInput.TimerDue(minute(minute)));
    }

    Watch edit(long minute, Rule after) {
        return input(new AlertInput.RuleChanged(minute(minute), after, "admin"));
    }

    Watch delete(long minute) {
        return input(new AlertInput.RuleDeleted(minute(minute), "admin"));
    }

    Watch input(AlertInput input) {
        last = AlertMachine.next(rule, last.instance(), input);
        transitions.addAll(last.transitions());
        if (input instanceof AlertInput.RuleChanged changed) {
            rule = changed.after();
        }
        return this;
    }

    /// As a service does that stores the alert and stops.
    Watch restart() {
        last = Step.none(AlertSnapshot.of(last.instance()).instance());
        return this;
    }

    Rule rule() {
        return rule;
    }

    Step last() {
        return last;
    }

    AlertCondition condition() {
        return last.instance().state().condition();
    }

    /// The episode that the last input touched last.
    Episode episode() {
        return last.episodes().getLast();
    }

    List<Transition> transitions() {
        return List.copyOf(transitions);
    }

    /// Each transition of the last input, such as `5 NORMAL>FIRING WARNING BREACHED FIRST`.
    List<String> moves() {
        return last.transitions().stream().map(Watch::text).toList();
    }

    static String text(Transition transition) {
        return "%d %s>%s %s %s %s"
                .formatted(
                        Duration.between(START, transition.at()).toMinutes(),
                        transition.from(),
                        transition.to(),
                        transition.severity(),
                        transition.reason(),
                        transition.notice() == null ? "-" : transition.notice());
    }
}
