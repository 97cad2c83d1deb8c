package rubicon.model.alert;

import static rubicon.model.alert.Rules.severity;
import static rubicon.model.alert.Watch.minute;
import static rubicon.model.rule.SeverityLevel.NOTICE;
import static rubicon.model.rule.SeverityLevel.WARNING;

import java.time.Duration;
import java.util.Map;
import rubicon.model.rule.MissingPolicy;
import rubicon.model.rule.NoDataPolicy;
import rubicon.model.rule.Patience;
import rubicon.model.rule.Rule;
import rubicon.model.rule.Severity;

/// Reads rules and inputs from the words of a test table.
///
/// A rule is `F K` in minutes and then words: `two` for severities at 480 and 2,400 instead of one
/// at 480, `ALERT` or `OK` for its no-data policy, `MISSING2` to resolve at the second missing. An
/// input is a minute and words: a value (`B` is 500, `H` is 470, `C` is 400), a health, or what
/// [#play] lists. Inputs are separated by commas; `-` is none.
final class Script {

    private Script() {}

    static Rule rule(String text) {
        var words = text.split(" ", -1);
        long pending = Long.parseLong(words[0]);
        long keepFiring = Long.parseLong(words[1]);
        var rule = Rules.warning(pending, keepFiring);
        for (int i = 2; i < words.length; i++) {
            rule =
                    switch (words[i]) {
                        case "two" -> two(pending, keepFiring);
                        case "ALERT" -> Rules.noData(rule, NoDataPolicy.ALERT);
                        case "OK" -> Rules.noData(rule, NoDataPolicy.OK);
                        case "MISSING2" -> Rules.missing(rule, new MissingPolicy.ResolveMissing(2));
                        default -> throw new IllegalArgumentException(words[i]);
                    };
        }
        return rule;
    }

    static void play(Watch watch, String inputs) {
        if (inputs.equals("-")) {
            return;
        }
        for (var input : inputs.split(", ", -1)) {
            var words = input.split(" ", 3);
            play(watch, Long.parseLong(words[0]), words[1], words.length > 2 ? words[2] : "");
        }
    }

    private static void play(Watch watch, long minute, String word, String rest) {
        var rule = watch.rule();
        switch (word) {
            case "timer" -> watch.timer(minute);
            case "same" -> watch.recomputed(minute, value(rest), 0);
            case "history" -> watch.history(minute, value(rest));
            case "goes-on" -> watch.corrected(minute, value(rest), past("B", true));
            case "was-over" -> watch.corrected(minute, value(rest), past("B", false));
            case "was-not" -> watch.corrected(minute, value(rest), past("H", true));
            case "NO_DATA", "MISSING", "STALE", "ERROR" ->
                    watch.unreadable(minute, Health.valueOf(word));
            case "query" -> watch.edit(minute, Rules.watching(rule, "metr-horizon-p80"));
            case "threshold" ->
                    watch.edit(minute, Rules.severities(rule, severity(WARNING, 490, 460, 0, 0)));
            case "labels" -> watch.edit(minute, Rules.labelled(rule, Map.of("team", "watch")));
            case "text" -> watch.edit(minute, Rules.titled(rule, "Other words"));
            case "timers" -> watch.edit(minute, patience(rule, rest));
            case "pause" -> watch.edit(minute, Rules.enabled(rule, false));
            case "resume" -> watch.edit(minute, Rules.enabled(rule, true));
            case "delete" -> watch.delete(minute);
            default -> watch.value(minute, value(word));
        }
    }

    private static double value(String word) {
        return switch (word) {
            case "B" -> 500;
            case "H" -> 470;
            case "C" -> 400;
            default -> Double.parseDouble(word);
        };
    }

    private static Reading.Correction past(String value, boolean stillBreached) {
        return new Reading.Correction(minute(-500), value(value), stillBreached);
    }

    private static Rule two(long pending, long keepFiring) {
        return Rules.of(
                severity(NOTICE, 480, 460, pending, keepFiring),
                severity(WARNING, 2400, 2000, pending, keepFiring));
    }

    private static Rule patience(Rule rule, String text) {
        var words = text.split(" ", -1);
        var patience =
                new Patience(
                        Duration.ofMinutes(Long.parseLong(words[0])),
                        Duration.ofMinutes(Long.parseLong(words[1])));
        return Rules.severities(
                rule,
                rule.severities().stream()
                        .map(one -> new Severity(one.level(), one.hysteresis(), patience))
                        .toArray(Severity[]::new));
    }
}
