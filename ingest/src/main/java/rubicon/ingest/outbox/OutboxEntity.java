package rubicon.ingest.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// A record that is not on Kafka yet.
@Entity
@NullUnmarked
@Table(name = "outbox")
class OutboxEntity {
    @Id Long id;

    String topic;

    @Column(name = "key", updatable = false)
    byte[] key;

    // Not updatable: so a state of many kilobytes is not copied to be compared with later.
    @Column(name = "value", updatable = false)
    byte[] value;

    // Holds arrays, which are never equal to their copies: dirty checking must leave it alone.
    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    List<OutboxHeader> headers;

    /// The text of a header; null without it.
    @Nullable String header(String name) {
        for (OutboxHeader header : headers) {
            byte[] bytes = header.value();
            if (bytes != null && header.kafkaName().equals(name)) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
        return null;
    }
}
