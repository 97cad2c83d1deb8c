package rubicon.model.trackrecord;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import rubicon.model.observation.Actor;
import rubicon.model.recordledger.RecordChain;
import rubicon.model.recordledger.Step;
import rubicon.model.recordledger.StepsAhead;

/// What a ledger of records was expected to bring in the year after a day.
///
/// @param made the day
/// @param part of the steps: the name of an actor or of a depth
public record MadeSteps(LocalDate made, Rate rate, String part, StepsAhead ahead) {
    /// Where the rate is taken from.
    public enum Rate {
        /// All the time since the ledger's first row.
        WHOLE,
        /// The year before the day.
        LAST_YEAR
    }

    /// What each part is expected to bring, by each rate.
    ///
    /// @param first day of the ledger's first row
    public static List<MadeSteps> of(RecordChain chain, LocalDate first, LocalDate made) {
        List<MadeSteps> all = new ArrayList<>();
        for (Rate rate : Rate.values()) {
            LocalDate from = rate == Rate.WHOLE ? first : made.minusYears(1);
            List<Step> seen = rate == Rate.WHOLE ? chain.steps() : chain.since(from).steps();
            long days = Math.max(0, ChronoUnit.DAYS.between(from, made));
            for (String part : parts()) {
                int steps = (int) seen.stream().filter(it -> isOf(it, part)).count();
                all.add(new MadeSteps(made, rate, part, StepsAhead.after(steps, days)));
            }
        }
        return all;
    }

    private static List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (Actor it : Actor.values()) {
            parts.add(it.name());
        }
        for (Step.Depth it : Step.Depth.values()) {
            parts.add(it.name());
        }
        return parts;
    }

    private static boolean isOf(Step step, String part) {
        return step.actor().name().equals(part) || step.depth(RecordChain.DEEP).name().equals(part);
    }

    /// Whether the time that it speaks of is over.
    boolean isOver(LocalDate today) {
        return made.plusDays(ahead.days()).isBefore(today);
    }

    /// How many steps came in that time.
    int came(List<Step> steps) {
        LocalDate end = made.plusDays(ahead.days());
        return (int)
                steps.stream()
                        .filter(it -> it.date().isAfter(made) && !it.date().isAfter(end))
                        .filter(it -> isOf(it, part))
                        .count();
    }
}
