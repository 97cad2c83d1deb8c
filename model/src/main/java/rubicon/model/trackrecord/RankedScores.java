package rubicon.model.trackrecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.model.arrival.ArrivalCurve;
import rubicon.model.forecast.Outcome;

/// How good the curves were that series of the house draw together through the last days of one
/// person's judgements: the ranked probability score over these days, of each day on which they
/// spoke, and its mean. While nothing has happened the days that are past are scored.
///
/// @param who judged
/// @param made how many curves are scored
/// @param dates over how many last days
/// @param rps 0 is perfect; empty while nothing is settled
/// @param judged the same of the judgement, over the same days
/// @see ArrivalCurve
public record RankedScores(
        String who, int made, int dates, OptionalDouble rps, OptionalDouble judged) {

    private static final Pattern YEAR = Pattern.compile("-\\d{4}(?=\\D|$)");

    /// Scores the series of each person's judgements of one event.
    ///
    /// @param all one for each series
    /// @return by name, of those with two last days or more
    public static List<RankedScores> ofEach(Collection<MadeChances> all) {
        return all.stream()
                .collect(
                        Collectors.groupingBy(
                                RankedScores::event, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(it -> it.stream().map(MadeChances::due).distinct().count() > 1)
                .map(it -> of(it.getFirst().judgement().who(), it))
                .toList();
    }

    /// Whose judgement of what: indicators whose names differ in the year alone speak of one event.
    private static String event(MadeChances it) {
        return it.judgement().who()
                + "\n"
                + YEAR.matcher(String.valueOf(it.judgement().indicator())).replaceAll("");
    }

    private static RankedScores of(String who, List<MadeChances> series) {
        LocalDate happened =
                series.stream()
                        .map(MadeChances::happened)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null);
        LocalDate silent =
                series.stream()
                        .filter(it -> it.outcome().equals(Optional.of(Outcome.DID_NOT_HAPPEN)))
                        .map(MadeChances::due)
                        .max(LocalDate::compareTo)
                        .orElse(null);
        SortedSet<LocalDate> days = new TreeSet<>();
        series.forEach(it -> days.addAll(it.told().keySet()));
        List<Double> own = new ArrayList<>();
        List<Double> judged = new ArrayList<>();
        Set<LocalDate> dates = new HashSet<>();
        for (LocalDate day : happened == null ? days : days.headSet(happened)) {
            SortedMap<LocalDate, Double> curve = new TreeMap<>();
            SortedMap<LocalDate, Double> base = new TreeMap<>();
            for (MadeChances it : series) {
                Double said = it.told().get(day);
                if (said != null && isSettled(it.due(), happened, silent)) {
                    curve.put(it.due(), said);
                    base.put(it.due(), it.chance());
                }
            }
            if (!curve.isEmpty() && rises(curve) && rises(base)) {
                own.add(rps(curve, happened));
                judged.add(rps(base, happened));
                dates.addAll(curve.keySet());
            }
        }
        return new RankedScores(who, own.size(), dates.size(), mean(own), mean(judged));
    }

    /// Once it happened every day is.
    private static boolean isSettled(
            LocalDate due, @Nullable LocalDate happened, @Nullable LocalDate silent) {
        return happened != null || (silent != null && !due.isAfter(silent));
    }

    /// What falls is no curve: series that were not told of the same.
    private static boolean rises(SortedMap<LocalDate, Double> curve) {
        double before = 0;
        for (double it : curve.values()) {
            if (it < before) {
                return false;
            }
            before = it;
        }
        return true;
    }

    private static double rps(SortedMap<LocalDate, Double> by, @Nullable LocalDate happened) {
        ArrivalCurve curve = new ArrivalCurve(by, 0);
        return (happened == null ? curve.scoreSilent(by.lastKey()) : curve.scoreHappened(happened))
                .rps();
    }

    private static OptionalDouble mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average();
    }
}
