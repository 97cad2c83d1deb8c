package rubicon.ui.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rubicon.model.wire.JumpsPayload;
import rubicon.model.wire.JumpsPayload.BoldStepPayload;
import rubicon.model.wire.JumpsPayload.GenerationPayload;
import rubicon.model.wire.JumpsPayload.JumpSeriesPayload;
import rubicon.model.wire.JumpsPayload.RateChangePayload;
import rubicon.ui.shell.Formats;

/// Jumps and rests in words.
final class JumpWords {
    private static final double SURELY = 0.05;

    /// As simulated; see docs/methods/record-ledger.md.
    private static final String FALSE_ALARMS =
            "; such an alarm comes in about 5 % of series that did not change, in up to 8 % where neighbouring steps are alike.";

    private JumpWords() {}

    static String start(String start) {
        return start.equals("FIXED")
                ? "All from the same beginning: how able a model is"
                : "Each from the best so far: what is left to find";
    }

    /// The jump of a generation.
    static String jump(JumpsPayload now, GenerationPayload it) {
        if (it.jump() == 0) {
            return "none";
        }
        return switch (now.scale()) {
            case "LN" -> "×" + Formats.number(Math.exp(it.jump()));
            case "LOGIT" -> "odds ×" + Formats.number(Math.exp(it.jump()));
            default -> "+" + Formats.number(it.jump()) + " " + now.unit();
        };
    }

    /// Where the series of records changes.
    static String changes(JumpSeriesPayload it) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "%s record%s among %s results."
                        .formatted(
                                Formats.count(it.records()),
                                it.records() == 1 ? "" : "s",
                                Formats.count(it.results())));
        RateChangePayload rate = it.rate();
        if (rate == null) {
            sentences.add(
                    "Whether it changes is not known: %s."
                            .formatted(it.reasons().getOrDefault("rate", "too few steps")));
            return String.join(" ", sentences);
        }
        sentences.add(
                rate.chance() <= SURELY
                        ? "They came %s a year up to %s and %s since: chance %s if the rate never changed."
                                .formatted(
                                        Formats.number(rate.perYearBefore()),
                                        Formats.date(rate.on()),
                                        Formats.number(rate.perYearAfter()),
                                        chance(rate.chance()))
                        : "How often they come did not change clearly (chance %s of a cut as clear without any change)."
                                .formatted(chance(rate.chance())));
        if (it.segments().size() > 1) {
            List<String> dates =
                    it.segments().stream().skip(1).map(s -> Formats.date(s.from())).toList();
            sentences.add(
                    "The size of steps changed: from %s on.".formatted(String.join(", ", dates)));
        }
        if (it.recentChange() != null) {
            sentences.add(
                    "Chance that it changed just now: %s.".formatted(chance(it.recentChange())));
        }
        listed(
                it.falls(),
                "A hint that steps had become smaller than in the first half by %s",
                sentences);
        listed(
                it.rises(),
                "A hint that steps had become larger than in the first half by %s",
                sentences);
        if (!it.bold().isEmpty()) {
            sentences.add(
                    "Steps that stood out from those before: %s."
                            .formatted(
                                    String.join(
                                            ", ",
                                            it.bold().stream().map(JumpWords::bold).toList())));
        }
        return String.join(" ", sentences);
    }

    private static void listed(List<LocalDate> days, String sentence, List<String> sentences) {
        if (!days.isEmpty()) {
            sentences.add(sentence.formatted(Formats.date(days.getFirst())) + FALSE_ALARMS);
        }
    }

    private static String bold(BoldStepPayload it) {
        return Formats.date(it.on());
    }

    private static String chance(double chance) {
        return String.format(Locale.ROOT, chance < 0.01 ? "%.3f" : "%.2f", chance);
    }

    /// What is meant by a generation, and by none of it.
    static String note(JumpsPayload now) {
        return "A generation is a record holder of %s, from its release to the next one's. A jump is what came after a release, not because of it; change points of a dozen values are hints."
                .formatted(now.generationsOf());
    }
}
