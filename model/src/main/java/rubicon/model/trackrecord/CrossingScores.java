package rubicon.model.trackrecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import rubicon.model.score.IntervalScore;
import rubicon.model.score.YesNoForecasts;
import rubicon.model.stats.NeumaierSum;

/// How good forecasts of crossings were.
///
/// A forecast is *overtaken* where the crossing had happened by the day on which it was made and
/// nobody could know yet; it is counted and not scored. It is *resolved* once the crossing came,
/// and its quantiles are scored then; or once its p90 has passed without one: it can only come too
/// late, and waiting for it would count hits alone. Its chances by a date are scored once that date
/// has passed.
///
/// @param made how many were made
/// @param overtaken of them
/// @param resolved of them
/// @param covered share of the resolved whose crossing came from p10 to p90, of .8 promised; empty
///   without a resolved one
/// @param pinballDays mean pinball loss of the three quantiles in days, where the crossing came and
///   the quantiles all lie within a century
/// @param medianErrorDays mean of crossing less p50 in days, where it came: above 0 it came later
///   than expected
/// @param brier of the chances by dates; empty where none is settled
/// @param settled how many of those chances there are
public record CrossingScores(
        int made,
        int overtaken,
        int resolved,
        OptionalDouble covered,
        OptionalDouble pinballDays,
        OptionalDouble medianErrorDays,
        OptionalDouble brier,
        int settled) {

    /// Scores forecasts.
    ///
    /// @param crossed by threshold the day on which it was crossed; null while it was not
    /// @param today until when it is known what came
    public static CrossingScores of(
            List<MadeCrossing> forecasts,
            DoubleFunction<@Nullable LocalDate> crossed,
            LocalDate today) {
        List<Double> covered = new ArrayList<>();
        List<Double> pinball = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        List<Boolean> happened = new ArrayList<>();
        int overtaken = 0;
        int resolved = 0;
        for (MadeCrossing it : forecasts) {
            LocalDate day = crossed.apply(it.threshold());
            if (day != null && !day.isAfter(it.made())) {
                overtaken++;
                continue;
            }
            if (day != null) {
                resolved++;
                covered.add(isWithin(day, it) ? 1.0 : 0.0);
                pinball(it, day).ifPresent(pinball::add);
                if (it.p50() != null) {
                    errors.add((double) (day.toEpochDay() - it.p50().toEpochDay()));
                }
            } else if (it.p90() != null && it.p90().isBefore(today)) {
                resolved++;
                covered.add(0.0);
            }
            for (Map.Entry<LocalDate, Double> chance : it.byDate().entrySet()) {
                boolean came = day != null && !day.isAfter(chance.getKey());
                if (!chance.getKey().isAfter(today)) {
                    chances.add(chance.getValue());
                    happened.add(came);
                }
            }
        }
        return new CrossingScores(
                forecasts.size(),
                overtaken,
                resolved,
                mean(covered),
                mean(pinball),
                mean(errors),
                chances.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(new YesNoForecasts(chances, happened).brier()),
                chances.size());
    }

    private static boolean isWithin(LocalDate day, MadeCrossing it) {
        return it.p10() != null
                && !day.isBefore(it.p10())
                && (it.p90() == null || !day.isAfter(it.p90()));
    }

    private static Optional<Double> pinball(MadeCrossing it, LocalDate day) {
        if (it.p10() == null || it.p50() == null || it.p90() == null) {
            return Optional.empty();
        }
        double came = day(day);
        return Optional.of(
                (IntervalScore.pinball(0.1, day(it.p10()), came)
                                + IntervalScore.pinball(0.5, day(it.p50()), came)
                                + IntervalScore.pinball(0.9, day(it.p90()), came))
                        / 3);
    }

    private static double day(LocalDate date) {
        return date.toEpochDay();
    }

    private static OptionalDouble mean(List<Double> values) {
        return values.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        NeumaierSum.mean(
                                values.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
