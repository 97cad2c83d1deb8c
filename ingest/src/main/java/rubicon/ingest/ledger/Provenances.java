package rubicon.ingest.ledger;

import static rubicon.ingest.platform.PlainSql.array;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import rubicon.ingest.platform.Digests;
import rubicon.ingest.platform.PlainSql;
import rubicon.model.observation.Provenance;
import rubicon.model.wire.ProvenancePayload;

/// Where values were read. Rows name it by an id, for all that one reading brings was read at one
/// place.
@ApplicationScoped
public class Provenances {
    /// As Hibernate has it, which reads them.
    private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

    private static final int MOST_KEPT = 10_000;
    private static final String WRITE =
            """
            insert into provenance (id, content)
            select id, cast(content as jsonb) from unnest(?, ?) as n (id, content)
            on conflict do nothing
            """;

    private final PlainSql sql;
    private final TransactionSynchronizationRegistry transaction;
    private final Map<Provenance, UUID> written = Collections.synchronizedMap(new LeastUsed());

    Provenances(PlainSql sql, TransactionSynchronizationRegistry transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /// The ids of these. Those that nobody has written before are written within the current
    /// transaction.
    public Map<Provenance, UUID> ids(Collection<Provenance> wanted) {
        Map<Provenance, UUID> ids = HashMap.newHashMap(wanted.size());
        Map<Provenance, UUID> fresh = new HashMap<>();
        // Sorted, so that two transactions never wait for each other in a circle.
        SortedMap<UUID, String> texts = new TreeMap<>();
        for (Provenance it : wanted) {
            UUID known = written.get(it);
            if (known == null) {
                String text = text(it);
                known = id(text);
                fresh.put(it, known);
                texts.put(known, text);
            }
            ids.put(it, known);
        }
        if (!fresh.isEmpty()) {
            write(texts);
            keepOnceCommitted(fresh);
        }
        return ids;
    }

    private void write(SortedMap<UUID, String> texts) {
        sql.update(
                WRITE,
                it -> {
                    it.setArray(1, array(it, "uuid", texts.keySet(), id -> id));
                    it.setArray(2, array(it, "text", texts.values(), text -> text));
                });
    }

    private void keepOnceCommitted(Map<Provenance, UUID> fresh) {
        transaction.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            written.putAll(fresh);
                        }
                    }
                });
    }

    /// The first half of the SHA-256 of its text.
    private static UUID id(String text) {
        return RowId.of(Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// What was written, its moments as numbers or, of eval runs before they shared this table, as
    /// texts.
    public static ProvenancePayload read(String content) {
        try {
            return JSON.readValue(content, ProvenancePayload.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a provenance was written as JSON", e);
        }
    }

    private static String text(Provenance provenance) {
        try {
            return JSON.writeValueAsString(ProvenancePayload.of(provenance));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a provenance is always JSON", e);
        }
    }

    /// Forgets what nobody asked for the longest: it is written again, which changes nothing.
    private static final class LeastUsed extends LinkedHashMap<Provenance, UUID> {
        private static final long serialVersionUID = 1;

        LeastUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Provenance, UUID> eldest) {
            return size() > MOST_KEPT;
        }
    }
}
