package rubicon.model.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Result;

/// What a condition read.
public sealed interface Measured {

    /// A value.
    ///
    /// @param value finite, in the condition's unit
    /// @param subject whose value it is; null where it is nobody's
    /// @param rows ids of the ledger rows that it rests on
    /// @param recordedAt when this ledger knew the newest of them
    /// @param knownAt since when the world could know that it is so
    /// @param changesAt when time alone will change what it says; null for never
    record Value(
            double value,
            @Nullable String subject,
            List<String> rows,
            Instant recordedAt,
            Instant knownAt,
            @Nullable Instant changesAt)
            implements Measured {
        public Value {
            rows = List.copyOf(rows);
        }
    }

    /// None.
    ///
    /// @param reason why not
    record Nothing(String reason) implements Measured {}

    /// A value that rests on results, and is that of the first of them.
    ///
    /// @param results at least one
    static Value of(double value, Collection<Result> results) {
        Result first = results.iterator().next();
        List<String> rows = new ArrayList<>(results.size());
        Instant recordedAt = first.recordedAt();
        Instant knownAt = first.knownAt();
        for (Result it : results) {
            rows.add(it.row());
            recordedAt = it.recordedAt().isAfter(recordedAt) ? it.recordedAt() : recordedAt;
            knownAt = it.knownAt().isAfter(knownAt) ? it.knownAt() : knownAt;
        }
        return new Value(value, first.subject().displayName(), rows, recordedAt, knownAt, null);
    }
}
