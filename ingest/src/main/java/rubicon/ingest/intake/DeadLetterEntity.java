package rubicon.ingest.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import rubicon.ingest.outbox.OutboxHeader;

/// A record that was refused, as it was received.
@Entity
@NullUnmarked
@Table(name = "dead_letter")
class DeadLetterEntity {
    @Id String id;
    String topic;

    @Column(name = "\"partition\"")
    int partition;

    @Column(name = "\"offset\"")
    long offset;

    byte[] key;
    byte[] value;

    // Holds arrays, which are never equal to their copies: dirty checking must leave it alone.
    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    List<OutboxHeader> headers;

    @Column(name = "stamped_at")
    Instant stampedAt;

    @Column(name = "received_at")
    Instant receivedAt;

    String field;
    String reason;

    @Column(name = "event_source")
    String eventSource;

    @Column(name = "event_id")
    String eventId;

    @Column(name = "replayed_at")
    Instant replayedAt;

    @Column(name = "replayed_by")
    String replayedBy;
}
