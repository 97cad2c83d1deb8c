package rubicon.ingest.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.ledger.HeadRepository.HeldThen;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.History.Held;
import rubicon.model.observation.ObservationKey;

/// What is held of an indicator's values, without judging all of them for some: now it stands
/// beside the indicator's state. Of a moment in the past all that was known then is judged once, by
/// one reader at a time, and kept for those who read on.
@ApplicationScoped
class VerdictReads {
    /// Where a state holds more than this, something else is wrong than a misprint; such a list is
    /// not carried along with each state.
    static final int MOST_WRITTEN = 1_000;

    private static final int MOST_KEPT = 100;
    private static final int MOST_WAITING = 4;
    private static final Verdicts NONE = new Verdicts(Map.of(), Instant.EPOCH);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final HeadRepository heads;
    private final StatementTable statements;
    private final ReentrantLock judging = new ReentrantLock();
    private final Map<Moment, Verdicts> judged = new LeastUsed();
    private final Map<Moment, Verdicts> told = Collections.synchronizedMap(new LeastUsed());

    VerdictReads(HeadRepository heads, StatementTable statements) {
        this.heads = heads;
        this.statements = statements;
    }

    private record Moment(Indicator indicator, Instant at) {}

    /// A value that is held, as it is written.
    private record Written(String source, String externalId, int standing, String reason) {}

    /// What is held now, and the ledger time that is now.
    record Now(Verdicts verdicts, Instant newest) {}

    /// What is held now: as the indicator's state says, which may lag behind while an import comes
    /// in.
    Now now(Indicator indicator) {
        Optional<HeldThen> then = heads.held(indicator.id());
        Instant newest = then.map(HeldThen::lastRecordedAt).orElse(Instant.EPOCH);
        if (indicator.plausibility() == null) {
            return new Now(NONE, newest);
        }
        Verdicts verdicts =
                then.flatMap(it -> written(indicator.id(), it))
                        .orElseGet(() ->
                                then.filter(HeldThen::isBehind).isPresent()
                                        ? NONE
                                        : judge(indicator, newest));
        told.put(new Moment(indicator, newest), verdicts);
        return new Now(verdicts, newest);
    }

    /// What was told with the first page of a list, as of its moment.
    Verdicts told(Indicator indicator, Instant moment) {
        Verdicts before = told.get(new Moment(indicator, moment));
        return before == null ? at(indicator, moment) : before;
    }

    /// What was held at a moment.
    Verdicts at(Indicator indicator, Instant moment) {
        if (indicator.plausibility() == null) {
            return NONE;
        }
        return heads.held(indicator.id())
                .filter(it -> !it.lastRecordedAt().isAfter(moment))
                .filter(it -> it.lastRecordedAt().equals(it.heldAt()))
                .flatMap(it -> written(indicator.id(), it))
                .orElseGet(() -> judge(indicator, moment));
    }

    private Optional<Verdicts> written(IndicatorId indicator, HeldThen then) {
        Instant at = then.heldAt();
        return then.held() == null || at == null
                ? Optional.empty()
                : Optional.of(new Verdicts(read(indicator, then.held()), at));
    }

    /// Each who waits holds a connection, of which the intake needs one: few may.
    private Verdicts judge(Indicator indicator, Instant moment) {
        if (judging.getQueueLength() >= MOST_WAITING) {
            throw ProblemException.busy("others read what was known at other moments; try again");
        }
        judging.lock();
        try {
            return judged.computeIfAbsent(
                    new Moment(indicator, moment), it -> ofAll(it.indicator(), it.at()));
        } finally {
            judging.unlock();
        }
    }

    private Verdicts ofAll(Indicator indicator, Instant moment) {
        Standing standing =
                Standing.of(
                        indicator,
                        taker -> statements.forEachHistory(indicator.id(), moment, taker),
                        key -> statements.history(key, moment));
        return new Verdicts(standing.held(), moment);
    }

    /// What is held, to be written beside a state; null where it is too much.
    static @Nullable String text(Map<ObservationKey, Held> held) {
        if (held.size() > MOST_WRITTEN) {
            return null;
        }
        try {
            return JSON.writeValueAsString(
                    held.entrySet().stream()
                            .map(it ->
                                    new Written(
                                            it.getKey().source(),
                                            it.getKey().externalId(),
                                            it.getValue().standing(),
                                            it.getValue().reason()))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a verdict is always JSON", e);
        }
    }

    private static Map<ObservationKey, Held> read(IndicatorId indicator, String text) {
        try {
            Map<ObservationKey, Held> held = new HashMap<>();
            for (Written it : JSON.readValue(text, new TypeReference<List<Written>>() {})) {
                held.put(
                        new ObservationKey(it.source(), indicator, it.externalId()),
                        new Held(it.standing(), it.reason()));
            }
            return held;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is held was written as JSON", e);
        }
    }

    /// Forgets what nobody asked for the longest.
    private static final class LeastUsed extends LinkedHashMap<Moment, Verdicts> {
        private static final long serialVersionUID = 1;

        LeastUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Moment, Verdicts> eldest) {
            return size() > MOST_KEPT;
        }
    }
}
