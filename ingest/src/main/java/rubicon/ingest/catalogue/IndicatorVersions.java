package rubicon.ingest.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Indicator;
import rubicon.model.wire.IndicatorPayload;

/// Every version of every entry at one time, and the catalogue that their newest ones make.
record IndicatorVersions(SortedMap<String, List<Version>> byId, Catalogue newest) {

    /// An entry as somebody wrote it, checked.
    record Written(Indicator indicator, IndicatorPayload payload, Origin origin) {}

    /// A version of an entry.
    record Version(
            Indicator indicator,
            IndicatorPayload payload,
            Origin origin,
            int number,
            Instant recordedAt,
            String recordedBy) {}

    /// These versions.
    ///
    /// @throws IllegalArgumentException if the newest ones do not go together
    static IndicatorVersions of(Collection<Version> versions) {
        SortedMap<String, List<Version>> byId = new TreeMap<>();
        for (Version each : versions) {
            byId.computeIfAbsent(each.indicator().id().value(), _ -> new ArrayList<>()).add(each);
        }
        return new IndicatorVersions(
                byId,
                Catalogue.of(byId.values().stream().map(it -> it.getLast().indicator()).toList()));
    }

    int size() {
        return byId.values().stream().mapToInt(List::size).sum();
    }

    /// All versions of an entry, oldest first; empty for an unknown id.
    List<Version> of(String id) {
        return byId.getOrDefault(id, List.of());
    }

    Optional<Version> newest(String id) {
        return of(id).isEmpty() ? Optional.empty() : Optional.of(of(id).getLast());
    }

    /// The version that was known at a moment; the first one for a moment before it.
    Optional<Version> at(String id, Instant moment) {
        List<Version> all = of(id);
        return all.reversed().stream()
                .filter(it -> !it.recordedAt().isAfter(moment))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /// The number that an entry's next version gets; empty where it says nothing new.
    Optional<Integer> nextNumber(Written written) {
        @Nullable Version last = newest(written.indicator().id().value()).orElse(null);
        if (last == null) {
            return Optional.of(1);
        }
        boolean same =
                last.origin() == written.origin()
                        && Objects.equals(
                                unnumbered(last.payload()), unnumbered(written.payload()));
        return same ? Optional.empty() : Optional.of(last.number() + 1);
    }

    private static IndicatorPayload unnumbered(IndicatorPayload it) {
        return it.withVersion(null);
    }
}
