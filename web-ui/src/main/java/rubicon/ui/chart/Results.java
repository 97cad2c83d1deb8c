package rubicon.ui.chart;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.LedgerRowPayload;

/// Which rows of a ledger count: for each subject those of the source that the catalogue ranks
/// first. What other sources say of it is evidence, not a result more; what a source took back is
/// taken from those that rank after it and had said it until then or say the very value that was
/// taken back, and a flag at one is a flag at all. The ledger says the same of its histories.
///
/// @see rubicon.model.analysis.Standing
final class Results {
    private Results() {}

    /// The rows that stand and count, in the order in which they came.
    ///
    /// @param indicator null while the catalogue entry is not here yet: then every row counts
    /// @param reading which of them are read
    static List<LedgerRowPayload> of(
            @Nullable IndicatorPayload indicator,
            List<LedgerRowPayload> rows,
            SeriesReading reading) {
        List<LedgerRowPayload> read = read(rows, reading);
        if (indicator == null) {
            return read;
        }
        boolean series = "SERIES".equals(indicator.identity());
        List<String> ranks = Objects.requireNonNullElse(indicator.sources(), List.of());
        Map<String, List<LedgerRowPayload>> withdrawn =
                rows.stream()
                        .filter(row -> is(row, "RETRACTED") && !"DUPLICATE".equals(row.reason()))
                        .collect(Collectors.groupingBy(row -> key(row, series)));
        Map<String, LedgerRowPayload> takenBack =
                retracted(rows).stream()
                        .collect(Collectors.toMap(Results::observation, Function.identity()));
        Set<LedgerRowPayload> flagged = isClean(reading) ? flagged(rows, series) : Set.of();
        List<LedgerRowPayload> standing =
                read.stream()
                        .filter(row -> !flagged.contains(row))
                        .filter(row ->
                                withdrawn.getOrDefault(key(row, series), List.of()).stream()
                                        .noneMatch(it ->
                                                takes(
                                                        it,
                                                        takenBack.get(observation(it)),
                                                        row,
                                                        ranks)))
                        .toList();
        Map<String, String> first = new HashMap<>();
        for (LedgerRowPayload row : standing) {
            first.merge(key(row, series), row.source(), (a, b) -> better(ranks, a, b));
        }
        return standing.stream()
                .filter(row -> row.source().equals(first.get(key(row, series))))
                .toList();
    }

    /// Whether a withdrawal takes a value of its subject with it. Sources that the catalogue does
    /// not list rank alike.
    ///
    /// @param of what was said last before it was taken back; null where that is not here
    private static boolean takes(
            LedgerRowPayload withdrawal,
            @Nullable LedgerRowPayload of,
            LedgerRowPayload value,
            List<String> ranks) {
        return rank(ranks, withdrawal.source()) < rank(ranks, value.source())
                && (!value.statedAt().isAfter(withdrawal.statedAt())
                        || (of != null && Objects.equals(of.value(), value.value())));
    }

    /// What is flagged, and at each other source the value of the subject that is nearest to it.
    private static Set<LedgerRowPayload> flagged(List<LedgerRowPayload> rows, boolean series) {
        Map<String, List<LedgerRowPayload>> bySubject =
                rows.stream()
                        .filter(row -> is(row, "STANDING") && row.value() != null)
                        .collect(Collectors.groupingBy(row -> key(row, series)));
        Set<LedgerRowPayload> flagged = new HashSet<>();
        for (List<LedgerRowPayload> said : bySubject.values()) {
            for (LedgerRowPayload one : said) {
                if (SeriesReading.isFlagged(one.tags())) {
                    flagged.add(one);
                    said.stream()
                            .filter(row -> !row.source().equals(one.source()))
                            .collect(
                                    Collectors.groupingBy(
                                            LedgerRowPayload::source,
                                            Collectors.minBy(
                                                    Comparator.comparingDouble(
                                                            row -> distance(row, one)))))
                            .values()
                            .forEach(it -> flagged.add(it.orElseThrow()));
                }
            }
        }
        return flagged;
    }

    private static double distance(LedgerRowPayload one, LedgerRowPayload other) {
        return Math.abs(
                Objects.requireNonNullElse(one.value(), Double.NaN)
                        - Objects.requireNonNullElse(other.value(), Double.NaN));
    }

    private static boolean isClean(SeriesReading reading) {
        return reading == SeriesReading.CLEAN || reading == SeriesReading.INDEPENDENT;
    }

    private static List<LedgerRowPayload> read(List<LedgerRowPayload> rows, SeriesReading reading) {
        if (reading == SeriesReading.ALL) {
            return Stream.concat(
                            read(rows, SeriesReading.STANDING).stream(), retracted(rows).stream())
                    .toList();
        }
        if (reading == SeriesReading.STANDING) {
            Set<String> doubtful =
                    doubtful(rows).stream().map(Results::observation).collect(Collectors.toSet());
            return rows.stream()
                    .filter(row ->
                            is(row, "DISPUTED")
                                    || (is(row, "STANDING")
                                            && !doubtful.contains(observation(row))))
                    .toList();
        }
        return rows.stream()
                .filter(row -> is(row, "STANDING"))
                .filter(row -> !isClean(reading) || !SeriesReading.isFlagged(row.tags()))
                .filter(row ->
                        reading != SeriesReading.INDEPENDENT
                                || "THIRD_PARTY".equals(row.evaluator()))
                .toList();
    }

    /// Values that are the last word and do not count.
    static List<LedgerRowPayload> doubtful(List<LedgerRowPayload> rows) {
        return rows.stream().filter(row -> is(row, "DISPUTED")).toList();
    }

    /// What was said last of observations whose value was taken back.
    static List<LedgerRowPayload> retracted(List<LedgerRowPayload> rows) {
        Set<String> gone =
                rows.stream()
                        .filter(row -> is(row, "RETRACTED"))
                        .map(Results::observation)
                        .collect(Collectors.toSet());
        Map<String, LedgerRowPayload> last = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.value() != null && gone.contains(observation(row)))
                .forEach(row ->
                        last.merge(
                                observation(row),
                                row,
                                (a, b) -> a.revision() > b.revision() ? a : b));
        return List.copyOf(last.values());
    }

    private static boolean is(LedgerRowPayload row, String status) {
        return status.equals(row.status());
    }

    private static String observation(LedgerRowPayload row) {
        return row.source() + "\n" + row.externalId();
    }

    private static String better(List<String> ranks, String one, String other) {
        Comparator<String> order =
                Comparator.<String>comparingInt(source -> rank(ranks, source))
                        .thenComparing(Comparator.naturalOrder());
        return order.compare(one, other) <= 0 ? one : other;
    }

    private static int rank(List<String> ranks, String source) {
        int place = ranks.indexOf(source);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private static String key(LedgerRowPayload row, boolean series) {
        var subject = row.subject();
        return Stream.of(
                        subject.model(),
                        subject.scaffold(),
                        subject.actor(),
                        row.startingPoint(),
                        series ? String.valueOf(row.observedOn()) : "")
                .map(Results::folded)
                .collect(Collectors.joining("|"));
    }

    private static String folded(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
