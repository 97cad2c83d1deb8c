package rubicon.ingest.alert;

import jakarta.transaction.TransactionScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which episodes rest on which rows of the ledger, as far as a transaction was told: those of the
/// observations that it may restate, and those that it has moved itself.
@TransactionScoped
class RestingEpisodes {
    private final Map<String, Set<String>> byRow = new HashMap<>();

    void add(String row, String episode) {
        byRow.computeIfAbsent(row, _ -> new HashSet<>()).add(episode);
    }

    /// Episodes that rest on any of these rows.
    Set<String> on(Collection<String> rows) {
        Set<String> episodes = new HashSet<>();
        rows.forEach(it -> episodes.addAll(byRow.getOrDefault(it, Set.of())));
        return episodes;
    }
}
