package rubicon.ui.chart;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.LedgerRowPayload;

/// Which rows of a ledger count: for each subject those of the source that the catalogue ranks
/// first. What other sources say of it is evidence, not a result more.
final class Results {
    private Results() {}

    /// The rows that stand and count, in the order in which they came.
    ///
    /// @param indicator null while the catalogue entry is not here yet: then every row counts
    static List<LedgerRowPayload> of(
            @Nullable IndicatorPayload indicator, List<LedgerRowPayload> rows) {
        List<LedgerRowPayload> standing =
                rows.stream().filter(row -> "STANDING".equals(row.status())).toList();
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
