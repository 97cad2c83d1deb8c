package rubicon.ui.chart;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.LedgerRowPayload;

/// Which rows of a ledger count: for each subject those of the source that the catalogue ranks
/// first. What other sources say of it is evidence, not a result more.
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
        List<LedgerRowPayload> standing = read(rows, reading);
        if (indicator == null) {
            return standing;
        }
        boolean series = "SERIES".equals(indicator.identity());
        List<String> ranks = Objects.requireNonNullElse(indicator.sources(), List.of());
        Map<String, String> first = new HashMap<>();
        for (LedgerRowPayload row : standing) {
            first.merge(key(row, series), row.source(), (a, b) -> better(ranks, a, b));
        }
        return standing.stream()
                .filter(row -> row.source().equals(first.get(key(row, series))))
                .toList();
    }

    private static List<LedgerRowPayload> read(List<LedgerRowPayload> rows, SeriesReading reading) {
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
        boolean clean = reading != SeriesReading.COUNTED;
        return rows.stream()
                .filter(row -> is(row, "STANDING"))
                .filter(row -> !clean || !SeriesReading.isFlagged(row.tags()))
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
