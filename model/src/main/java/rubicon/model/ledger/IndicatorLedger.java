package rubicon.model.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import rubicon.model.observation.ObservationKey;

/// The histories of all observations of one indicator. Mutable and not safe for use by several
/// threads: it is the working copy of one transaction.
public final class IndicatorLedger {
    private final SortedMap<ObservationKey, History> histories = new TreeMap<>();

    /// A ledger of these statements of one indicator, in any order.
    public static IndicatorLedger of(Collection<Statement> statements) {
        Map<ObservationKey, List<Statement>> byKey = new HashMap<>();
        for (Statement statement : statements) {
            byKey.computeIfAbsent(statement.key(), _ -> new ArrayList<>()).add(statement);
        }
        IndicatorLedger ledger = new IndicatorLedger();
        byKey.forEach((key, list) -> ledger.histories.put(key, History.of(list)));
        return ledger;
    }

    /// Takes in a statement that is not in it yet, and tells what it did.
    public Decision append(Statement statement) {
        History history = history(statement.key());
        Decision decision = history.decide(statement);
        histories.put(statement.key(), history.with(statement));
        return decision;
    }

    /// The history of an observation; empty if nothing was said of it.
    public History history(ObservationKey key) {
        return histories.getOrDefault(key, History.EMPTY);
    }

    /// How many statements it holds: its version, whatever order they came in.
    public int size() {
        return histories.values().stream().mapToInt(h -> h.statements().size()).sum();
    }

    /// All histories, ordered by key.
    public Collection<History> histories() {
        return histories.values();
    }
}
