package rubicon.ui.indicator;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import rubicon.model.wire.LedgerRowPayload;

/// Ledger rows gathered by the observation that they speak of.
record Releases(List<History> histories) {
    /// The statements about one observation.
    ///
    /// @param newest what is said now
    /// @param earlier what was said before, newest first
    record History(LedgerRowPayload newest, List<LedgerRowPayload> earlier) {}

    /// Gathers rows.
    ///
    /// @return the observation that changed last first
    static Releases of(List<LedgerRowPayload> rows) {
        Map<String, List<LedgerRowPayload>> byObservation =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.source() + "\n" + row.externalId(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Comparator<LedgerRowPayload> newestFirst =
                Comparator.comparingInt((LedgerRowPayload row) -> row.revision()).reversed();
        Function<List<LedgerRowPayload>, History> history =
                all -> {
                    List<LedgerRowPayload> sorted = all.stream().sorted(newestFirst).toList();
                    LedgerRowPayload standing =
                            sorted.stream()
                                    .filter(row -> !row.status().equals("SUPERSEDED"))
                                    .findFirst()
                                    .orElse(sorted.getFirst());
                    return new History(
                            standing,
                            sorted.stream().filter(row -> !row.equals(standing)).toList());
                };
        return new Releases(
                byObservation.values().stream()
                        .map(history)
                        .sorted(
                                Comparator.comparing((History each) -> each.newest().recordedAt())
                                        .reversed()
                                        .thenComparing(each -> each.newest().externalId()))
                        .toList());
    }
}
