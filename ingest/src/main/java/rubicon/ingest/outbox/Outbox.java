package rubicon.ingest.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Tracing;

/// Where a transaction puts what it wants to tell the world.
@ApplicationScoped
public class Outbox {
    private final OutboxRepository rows;
    private final OutboxIds ids;
    private final Tracing tracing;

    Outbox(OutboxRepository rows, OutboxIds ids, Tracing tracing) {
        this.rows = rows;
        this.ids = ids;
        this.tracing = tracing;
    }

    /// Sends a text once the transaction has committed.
    @Transactional(TxType.MANDATORY)
    public void add(String topic, String key, String json) {
        add(
                topic,
                key.getBytes(StandardCharsets.UTF_8),
                json.getBytes(StandardCharsets.UTF_8),
                tracing.headers().entrySet().stream()
                        .map(it -> header(it.getKey(), it.getValue()))
                        .toList());
    }

    private static OutboxHeader header(String name, String value) {
        return OutboxHeader.of(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /// Sends bytes, with these headers and no others, once the transaction has committed.
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
