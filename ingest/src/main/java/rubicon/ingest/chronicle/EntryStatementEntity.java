package rubicon.ingest.chronicle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/// A row of `chronicle_statement`.
@Entity
@Immutable
@NullUnmarked
@Table(name = "chronicle_statement")
class EntryStatementEntity {
    @Id UUID id;

    @Column(name = "event_source")
    String eventSource;

    @Column(name = "event_id")
    String eventId;

    String kind;
    String source;
    String entry;

    @Column(name = "stated_at")
    Instant statedAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    String decision;

    @JdbcTypeCode(SqlTypes.JSON)
    String content;
}
