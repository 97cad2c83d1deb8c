package rubicon.ingest.source;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.wire.ObservationPayload;

/// Rows of upstreams that give no dates. Such a row keeps the date by which the ledger knows it, so
/// that a file that is read again says nothing new; one that is new speaks of the day on which its
/// file was stated.
final class FirstSeen {
    private FirstSeen() {}

    /// The observations without a date.
    static List<ObservationKey> undated(Mapped mapped) {
        return mapped.observations().stream()
                .filter(FirstSeen::isUndated)
                .map(FirstSeen::key)
                .toList();
    }

    /// The rows with a date each.
    ///
    /// @param known dates by which the ledger knows observations
    static Mapped dated(Mapped mapped, Map<ObservationKey, ObservedOn> known) {
        if (mapped.observations().stream().noneMatch(FirstSeen::isUndated)) {
            return mapped;
        }
        return mapped.with(it -> isUndated(it) ? dated(it, known) : it);
    }

    private static boolean isUndated(ObservationPayload it) {
        return it.observedOn() == null && it.externalId() != null && it.statedAt() != null;
    }

    private static ObservationKey key(ObservationPayload it) {
        return new ObservationKey(
                String.valueOf(it.source()),
                new IndicatorId(String.valueOf(it.indicator())),
                String.valueOf(it.externalId()));
    }

    private static ObservationPayload dated(
            ObservationPayload it, Map<ObservationKey, ObservedOn> known) {
        LocalDate stated =
                LocalDate.ofInstant(Objects.requireNonNull(it.statedAt()), ZoneOffset.UTC);
        ObservedOn on = known.getOrDefault(key(it), ObservedOn.day(stated));
        return new ObservationPayload(
                it.source(),
                it.externalId(),
                it.indicator(),
                it.subject(),
                it.value(),
                it.low(),
                it.high(),
                it.level(),
                it.method(),
                it.n(),
                it.unit(),
                it.qualifier(),
                on.date(),
                on.precision().name(),
                it.publishedAt(),
                it.statedAt(),
                it.startingPoint(),
                it.evaluator(),
                it.evidence(),
                it.note(),
                it.disputed(),
                it.confirmed(),
                it.tags(),
                it.provenance());
    }
}
