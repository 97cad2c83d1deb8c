package rubicon.ingest.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.ObservationKey;

/// Keeps what stands on indicators from one transaction to the next. Each is lent to one
/// transaction, which gives it back once it has committed, with the version of the indicator's head
/// that it is of; of another version, or of another definition, it is worth nothing.
@ApplicationScoped
class StandingCache {
    /// How much of the heap it takes where nobody says how many it keeps.
    private static final double SHARE = 0.48;

    /// What one observation takes, measured with subjects and dates of their own.
    private static final double BYTES = 700;

    private final long most;
    private final Map<IndicatorId, Kept> kept = new LinkedHashMap<>();
    private long held;

    /// @param most how many observations are kept at most, of all indicators together; empty for as
    ///   many as take [#SHARE] of the heap
    @Inject
    StandingCache(@ConfigProperty(name = "rubicon.ledger.kept-observations") OptionalLong most) {
        this(most.orElse((long) (SHARE * Runtime.getRuntime().maxMemory() / BYTES)));
    }

    StandingCache(long most) {
        this.most = most;
    }

    /// @param weight how many observations it is of
    private record Kept(Standing standing, long version, int weight) {}

    /// Lends what stands on an indicator, if it is here.
    synchronized Optional<Standing> take(Indicator indicator, long version) {
        return Optional.ofNullable(remove(indicator.id()))
                .filter(it -> it.version() == version)
                .map(Kept::standing)
                .filter(it -> it.indicator().equals(indicator));
    }

    /// Whether it is certain that nothing was said of an observation.
    ///
    /// @param version of its indicator's head, which the caller has locked
    synchronized boolean lacks(ObservationKey key, long version) {
        Kept one = kept.get(key.indicator());
        return one != null && one.version() == version && !one.standing().knows(key);
    }

    /// Keeps what stands; what was not asked for the longest goes where there is too much.
    synchronized void put(Standing standing, long version) {
        remove(standing.indicator().id());
        Kept one = new Kept(standing, version, standing.size());
        if (one.weight() <= most) {
            kept.put(standing.indicator().id(), one);
            held += one.weight();
            evict(most);
        }
    }

    /// Throws away what was not asked for the longest, until so many more can be kept.
    synchronized void makeRoom(long observations) {
        evict(most - observations);
    }

    private void evict(long allowed) {
        Iterator<Kept> oldest = kept.values().iterator();
        while (held > allowed && oldest.hasNext()) {
            held -= oldest.next().weight();
            oldest.remove();
        }
    }

    private @Nullable Kept remove(IndicatorId id) {
        Kept one = kept.remove(id);
        held -= one == null ? 0 : one.weight();
        return one;
    }
}
