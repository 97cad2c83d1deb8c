package rubicon.model.trackrecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import rubicon.model.recordledger.Step;
import rubicon.model.stats.NeumaierSum;

/// How good the expected numbers of steps of one part were, by one rate. Years that overlap share
/// their steps, so of those that are over the first is scored, and then each that began when the
/// one before was over: no step counts twice.
///
/// @param made how many were kept
/// @param since day of the first
/// @param settled how many are scored
/// @param covered share of them whose number lay in its interval, of [StepsAhead#LEVEL] promised;
///   empty without one
/// @param meanError what came less what was expected, in steps: above 0 more came
/// @param brier of the chances of one or more
/// @see rubicon.model.recordledger.StepsAhead
public record StepScores(
        MadeSteps.Rate rate,
        String part,
        int made,
        LocalDate since,
        int settled,
        OptionalDouble covered,
        OptionalDouble meanError,
        OptionalDouble brier) {
    private record Series(MadeSteps.Rate rate, String part) {}

    /// Scores each rate and part.
    ///
    /// @param made in the order in which it was made
    /// @param came the steps of the ledger as it is known now
    public static List<StepScores> ofEach(List<MadeSteps> made, List<Step> came, LocalDate today) {
        Map<Series, List<MadeSteps>> series = new LinkedHashMap<>();
        for (MadeSteps it : made) {
            series.computeIfAbsent(new Series(it.rate(), it.part()), _ -> new ArrayList<>())
                    .add(it);
        }
        return series.values().stream().map(it -> of(it, came, today)).toList();
    }

    private static StepScores of(List<MadeSteps> made, List<Step> came, LocalDate today) {
        List<MadeSteps> over = new ArrayList<>();
        for (MadeSteps it : made) {
            boolean overlaps =
                    !over.isEmpty()
                            && it.made()
                                    .isBefore(
                                            over.getLast()
                                                    .made()
                                                    .plusDays(over.getLast().ahead().days()));
            if (it.isOver(today) && !overlaps) {
                over.add(it);
            }
        }
        MadeSteps first = made.getFirst();
        return new StepScores(
                first.rate(),
                first.part(),
                made.size(),
                first.made(),
                over.size(),
                mean(over, it -> isInside(it, it.came(came)) ? 1 : 0),
                mean(over, it -> it.came(came) - it.ahead().expected()),
                mean(
                        over,
                        it -> Math.pow(it.ahead().atLeastOne() - Math.min(1, it.came(came)), 2)));
    }

    private static boolean isInside(MadeSteps it, int came) {
        return it.ahead().low() <= came && came <= it.ahead().high();
    }

    private static OptionalDouble mean(List<MadeSteps> of, ToDoubleFunction<MadeSteps> score) {
        return of.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(NeumaierSum.mean(of.stream().mapToDouble(score).toArray()));
    }
}
