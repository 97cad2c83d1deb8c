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
import rubicon.model.ledger.Violation;
import rubicon.model.wire.IndicatorPayload;

/// Every version of every entry at one time, and the catalogue that their newest ones make.
record IndicatorVersions(SortedMap<String, List<Version>> byId, Catalogue newest) {

    /// An entry as somebody wrote it, checked.
    ///
    /// @param where it was written: the name of a file, or `body`
    record Written(Indicator indicator, IndicatorPayload payload, Origin origin, String where) {}

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

    /// What an entry would change that its recorded values rest on: with another meaning they would
    /// be wrong without anybody having touched them. Empty for an entry that is new.
    List<Violation> otherMeaning(Indicator after) {
        return newest(after.id().value())
                .map(it -> otherMeaning(it.indicator(), after))
                .orElse(List.of());
    }

    private static List<Violation> otherMeaning(Indicator before, Indicator after) {
        List<Violation> changed = new ArrayList<>();
        unequal("unit", before.unit(), after.unit()).ifPresent(changed::add);
        unequal("kind", before.kind(), after.kind()).ifPresent(changed::add);
        unequal("identity", before.identity(), after.identity()).ifPresent(changed::add);
        unequal("date", before.date(), after.date()).ifPresent(changed::add);
        return changed;
    }

    private static Optional<Violation> unequal(String field, Object before, Object after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                field,
                                "stays '%s' and does not become '%s': its values were recorded so; another meaning is another indicator"
                                        .formatted(before, after)));
    }

    private static IndicatorPayload unnumbered(IndicatorPayload it) {
        return it.withVersion(null);
    }
}
