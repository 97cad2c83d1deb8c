package rubicon.ingest.imports;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.platform.Digests;
import rubicon.ingest.source.DriftException;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;

/// Whether indicators have room for what a file brings: when the state of one is computed, all of
/// its observations are in memory.
@ApplicationScoped
class Room {
    private final LedgerService ledger;
    private final ImportStore store;
    private final ImportReader reader;
    private final long most;

    Room(LedgerService ledger, ImportStore store, ImportReader reader, ImportConfig config) {
        this.ledger = ledger;
        this.store = store;
        this.reader = reader;
        this.most = config.mostObservations();
    }

    /// A fault for each indicator that would have too many observations.
    ///
    /// @param rows how many values the file states of each indicator
    List<RowFaultPayload> faults(ImportPayload job, Map<String, Long> rows)
            throws IOException, InterruptedException {
        Map<String, Long> there = new HashMap<>();
        rows.forEach((id, _) -> there.put(id, ledger.observations(new IndicatorId(id))));
        if (rows.entrySet().stream().allMatch(it -> sum(there, it) <= most)) {
            return List.of();
        }
        // Rows that restate what is there need no room, but only a second look tells which do.
        Map<String, Long> news = news(job);
        return news.entrySet().stream()
                .filter(it -> sum(there, it) > most)
                .map(it ->
                        new RowFaultPayload(
                                0,
                                "indicator",
                                "'%s' would have %,d observations, an indicator may have %,d"
                                        .formatted(it.getKey(), sum(there, it), most)))
                .toList();
    }

    private static long sum(Map<String, Long> there, Map.Entry<String, Long> more) {
        return there.getOrDefault(more.getKey(), 0L) + more.getValue();
    }

    private Map<String, Long> news(ImportPayload job) throws IOException, InterruptedException {
        News news = new News(ledger);
        try (InputStream file = store.file(UUID.fromString(job.id()))) {
            reader.read(job, file, news);
        } catch (DriftException e) {
            throw new IllegalStateException("the file was read before", e);
        }
        news.count();
        return news.byIndicator;
    }

    /// Counts the observations that nobody has spoken of, each once.
    private static final class News implements Rows {
        private static final int BATCH = 2_000;

        private final LedgerService ledger;
        private final Map<String, Long> byIndicator = new HashMap<>();
        private final List<ObservationKey> batch = new ArrayList<>();
        private final LongOpenHashSet seen = new LongOpenHashSet();
        private final MessageDigest sha256 = Digests.sha256();

        News(LedgerService ledger) {
            this.ledger = ledger;
        }

        @Override
        public void good(long number, Outgoing event, Optional<Observation> observation) {
            observation.ifPresent(it -> batch.add(it.key()));
            if (batch.size() == BATCH) {
                count();
            }
        }

        @Override
        public void bad(RowFaultPayload fault) {
            // It was looked at before.
        }

        void count() {
            for (ObservationKey key : ledger.unknown(batch)) {
                if (seen.add(digest(key))) {
                    byIndicator.merge(key.indicator().value(), 1L, Long::sum);
                }
            }
            batch.clear();
        }

        /// Eight bytes of it: the keys of a million rows would need a hundred megabytes.
        private long digest(ObservationKey key) {
            for (String part : List.of(key.indicator().value(), key.source(), key.externalId())) {
                sha256.update(part.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            }
            return ByteBuffer.wrap(sha256.digest()).getLong();
        }
    }
}
