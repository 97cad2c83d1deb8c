package rubicon.model.analysis;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Moments, some of them several times, of which the newest is wanted.
final class Moments {
    private final NavigableMap<Instant, Integer> counts = new TreeMap<>();

    void add(@Nullable Instant moment) {
        if (moment != null) {
            counts.merge(moment, 1, Integer::sum);
        }
    }

    void remove(@Nullable Instant moment) {
        if (moment != null) {
            counts.computeIfPresent(moment, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    Optional<Instant> newest() {
        return counts.isEmpty() ? Optional.empty() : Optional.of(counts.lastKey());
    }
}
