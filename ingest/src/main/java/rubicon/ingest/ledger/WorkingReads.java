package rubicon.ingest.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.ledger.HeadRepository.Head;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.History;
import rubicon.model.observation.ObservationKey;

/// What a [WorkingLedger] reads when it is asked for it.
@ApplicationScoped
class WorkingReads {
    private final StatementTable statements;
    private final HeadRepository heads;
    private final StandingCache cache;

    WorkingReads(StatementTable statements, HeadRepository heads, StandingCache cache) {
        this.statements = statements;
        this.heads = heads;
        this.cache = cache;
    }

    /// What stands on an indicator.
    ///
    /// @param version of the indicator's head that it is of; empty where that is not known, because
    ///   somebody else appended meanwhile
    record Read(Standing standing, OptionalLong version) {}

    Map<ObservationKey, History> histories(Collection<ObservationKey> keys) {
        return statements.histories(keys);
    }

    /// Those of these observations of which something may have been said.
    ///
    /// @param locked the heads of their indicators
    Set<ObservationKey> perhapsKnown(
            Collection<ObservationKey> keys, Map<IndicatorId, Head> locked) {
        return keys.stream()
                .filter(it -> {
                    Head head = locked.get(it.indicator());
                    return head == null || !cache.lacks(it, head.version());
                })
                .collect(Collectors.toSet());
    }

    void forEachHistory(IndicatorId indicator, Consumer<History> taker) {
        statements.forEachHistory(indicator, Instant.MAX, taker);
    }

    /// @param locked the indicator's head, if this transaction has locked it
    Read standing(Indicator indicator, @Nullable Head locked) {
        long version = locked == null ? heads.version(indicator.id()) : locked.version();
        Optional<Standing> kept = cache.take(indicator, version);
        if (kept.isPresent()) {
            return new Read(kept.get(), OptionalLong.of(version));
        }
        // Before it is read, for both together may be more than the heap holds. There are no more
        // observations than statements.
        cache.makeRoom(version);
        Standing standing =
                Standing.of(
                        indicator,
                        taker -> forEachHistory(indicator.id(), taker),
                        key -> statements.history(key, Instant.MAX));
        boolean isOfVersion = locked != null || heads.version(indicator.id()) == version;
        return new Read(standing, isOfVersion ? OptionalLong.of(version) : OptionalLong.empty());
    }

    /// Takes back what was lent, once the transaction has committed.
    void keep(WorkingLedger working) {
        working.standings().forEach(it -> it.version().ifPresent(v -> cache.put(it.standing(), v)));
    }
}
