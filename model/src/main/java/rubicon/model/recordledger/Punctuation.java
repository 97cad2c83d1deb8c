package rubicon.model.recordledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Progress by generations of models: a release, a jump, a rest until the next release.
///
/// The time of a generation goes from its release to the next one's. Its *jump* is what the best
/// height rose in that time; the *plateau* begins on the day from which at least nine tenths of the
/// jump were made. Of the latest generation both may still grow.
///
/// @param start of all attempts
/// @param generations oldest first; those released before the first attempt are left out, for
///   nothing says from where they rose
/// @see "Tom Cunningham & Manish Shetty, An Apple-Picking Model of AI R&D (2026), for jumps and
///   plateaus as the form to look for; the measure is this project's"
public record Punctuation(Attempt.Start start, List<Generation> generations) {
    private static final double NEARLY = 0.9;

    public Punctuation {
        generations = List.copyOf(generations);
    }

    /// A release that may begin a generation.
    public record Release(String name, LocalDate on) {}

    /// What one generation did.
    ///
    /// @param before best height on the eve of the release
    /// @param jump rise of the best height, at least 0
    /// @param toPlateau days from the release to the plateau; 0 without a jump
    /// @param plateau days from then to the end of the generation's time
    /// @param ended whether a next generation is out; if not, jump and days are "so far"
    public record Generation(
            String name,
            LocalDate released,
            double before,
            double jump,
            long toPlateau,
            long plateau,
            boolean ended) {}

    /// Splits attempts by start and reads each part by itself.
    ///
    /// @param attempts in any order
    /// @param releases in any order; of one day they are one generation, named by all
    /// @param asOf last day that is known; later attempts and releases do not count
    /// @return one a start of which there are attempts
    public static List<Punctuation> of(
            Collection<Attempt> attempts, Collection<Release> releases, LocalDate asOf) {
        Map<Attempt.Start, SortedMap<LocalDate, Double>> series =
                new EnumMap<>(Attempt.Start.class);
        for (Attempt it : attempts) {
            if (!it.date().isAfter(asOf)) {
                series.computeIfAbsent(it.start(), _ -> new TreeMap<>())
                        .merge(it.date(), it.height(), Math::max);
            }
        }
        SortedMap<LocalDate, String> out = new TreeMap<>();
        releases.stream()
                .filter(it -> !it.on().isAfter(asOf))
                .sorted(Comparator.comparing(Release::name))
                .forEach(it -> out.merge(it.on(), it.name(), (a, b) -> a + ", " + b));
        return series.entrySet().stream()
                .map(it -> new Punctuation(it.getKey(), generations(it.getValue(), out, asOf)))
                .toList();
    }

    private static List<Generation> generations(
            SortedMap<LocalDate, Double> heights,
            SortedMap<LocalDate, String> releases,
            LocalDate asOf) {
        List<Generation> generations = new ArrayList<>();
        List<LocalDate> dates = List.copyOf(releases.keySet());
        for (int i = 0; i < dates.size(); i++) {
            LocalDate released = dates.get(i);
            SortedMap<LocalDate, Double> earlier = heights.headMap(released);
            if (earlier.isEmpty()) {
                continue;
            }
            boolean ended = i + 1 < dates.size();
            LocalDate end = ended ? dates.get(i + 1) : asOf.plusDays(1);
            double before = best(earlier);
            SortedMap<LocalDate, Double> within = heights.subMap(released, end);
            double jump = Math.max(0, best(within) - before);
            LocalDate rest = jump == 0 ? released : reached(within, before + NEARLY * jump);
            generations.add(
                    new Generation(
                            releases.getOrDefault(released, ""),
                            released,
                            before,
                            jump,
                            ChronoUnit.DAYS.between(released, rest),
                            ChronoUnit.DAYS.between(rest, ended ? end : asOf),
                            ended));
        }
        return generations;
    }

    private static double best(SortedMap<LocalDate, Double> heights) {
        return heights.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static LocalDate reached(SortedMap<LocalDate, Double> heights, double height) {
        return heights.entrySet().stream()
                .filter(it -> it.getValue() >= height)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
