package rubicon.ingest.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a transaction puts what it wants to tell the world.
@ApplicationScoped
public class Outbox {
    private final OutboxRepository rows;
    private final OutboxIds ids;

    Outbox(OutboxRepository rows, OutboxIds ids) {
        this.rows = rows;
        this.ids = ids;
    }

    /// Sends a text once the transaction has committed.
    @Transactional(TxType.MANDATORY)
    public void add(String topic, String key, String json) {
        add(
                topic,
                key.getBytes(StandardCharsets.UTF_8),
                json.getBytes(StandardCharsets.UTF_8),
                List.of());
    }

    /// Sends bytes once the transaction has committed.
    @Transactional(TxType.MANDATORY)
    public void add(
            String topic,
            byte @Nullable [] key,
            byte @Nullable [] value,
            List<OutboxHeader> headers) {
        OutboxEntity row = new OutboxEntity();
        row.id = ids.next();
        row.topic = topic;
        row.key = key;
        row.value = value;
        row.headers = headers;
        rows.persist(row);
    }
}
