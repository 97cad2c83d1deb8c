package rubicon.model.trackrecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import rubicon.model.score.IntervalScore;
import rubicon.model.stats.NeumaierSum;

/// How good forecasts of crossings were.
///
/// A forecast is *overtaken* where the crossing had happened by the day on which it was made and
/// nobody could know yet; it is counted and not scored. It is *resolved* once the crossing came,
/// and its quantiles are scored then; or once its p90 has passed without one: it can only come too
/// late, and waiting for it would count hits alone. Its chances by a date are scored once that date
/// is over, whatever came before: on the day itself it may still come.
///
/// Hundreds of forecasts may wait for one event, and they are right or wrong together. So each
/// line, and each date of a line, counts once: with the mean over the forecasts of it.
///
/// @param made how many were made
/// @param overtaken of them
/// @param resolved of them
/// @param lines of how many lines the resolved are
/// @param covered mean over those lines of the share of forecasts whose crossing came from p10 to
///   p90, of .8 promised; empty without a resolved one
/// @param pinballDays mean pinball loss of the three quantiles in days, where the crossing came and
///   the quantiles all lie within a century; of each line the mean
/// @param medianErrorDays mean of crossing less p50 in days, where it came, of each line the mean:
///   above 0 it came later than expected
/// @param brier of the chances by dates, of each date of a line the mean; empty where none is
///   settled
/// @param settled how many of those chances there are
/// @param dates of how many dates of lines
public record CrossingScores(
        int made,
        int overtaken,
        int resolved,
        int lines,
        OptionalDouble covered,
        OptionalDouble pinballDays,
        OptionalDouble medianErrorDays,
        OptionalDouble brier,
        int settled,
        int dates) {

    /// Scores forecasts.
    ///
    /// @param crossed by threshold the day on which it was crossed; null while it was not
    /// @param today until when it is known what came
    public static CrossingScores of(
            List<MadeCrossing> forecasts,
            DoubleFunction<@Nullable LocalDate> crossed,
            LocalDate today) {
        ByEvent<Double> covered = new ByEvent<>();
        ByEvent<Double> pinball = new ByEvent<>();
        ByEvent<Double> errors = new ByEvent<>();
        ByEvent<Due> chances = new ByEvent<>();
        int overtaken = 0;
        int resolved = 0;
        for (MadeCrossing it : forecasts) {
            double line = it.threshold();
            LocalDate day = crossed.apply(line);
            if (day != null && !day.isAfter(it.made())) {
                overtaken++;
                continue;
            }
            if (day != null) {
                resolved++;
                covered.add(line, isWithin(day, it) ? 1 : 0);
                pinball(it, day).ifPresent(loss -> pinball.add(line, loss));
                if (it.p50() != null) {
                    errors.add(line, (double) (day.toEpochDay() - it.p50().toEpochDay()));
                }
            } else if (it.p90() != null && it.p90().isBefore(today)) {
                resolved++;
                covered.add(line, 0);
            }
            for (Map.Entry<LocalDate, Double> chance : it.byDate().entrySet()) {
                if (chance.getKey().isBefore(today)) {
                    boolean came = day != null && !day.isAfter(chance.getKey());
                    double error = chance.getValue() - (came ? 1 : 0);
                    chances.add(new Due(line, chance.getKey()), error * error);
                }
            }
        }
        return new CrossingScores(
                forecasts.size(),
                overtaken,
                resolved,
                covered.events(),
                covered.mean(),
                pinball.mean(),
                errors.mean(),
                chances.mean(),
                chances.size(),
                chances.events());
    }

    private record Due(double line, LocalDate by) {}

    /// Scores by the event that they wait for.
    private record ByEvent<E>(Map<E, List<Double>> scores) {
        ByEvent() {
            this(new LinkedHashMap<>());
        }

        void add(E event, double score) {
            scores.computeIfAbsent(event, _ -> new ArrayList<>()).add(score);
        }

        int events() {
            return scores.size();
        }

        int size() {
            return scores.values().stream().mapToInt(List::size).sum();
        }

        OptionalDouble mean() {
            return scores.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            NeumaierSum.mean(
                                    scores.values().stream()
                                            .mapToDouble(ByEvent::average)
                                            .toArray()));
        }

        private static double average(List<Double> values) {
            return NeumaierSum.mean(values.stream().mapToDouble(Double::doubleValue).toArray());
        }
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
}
