package rubicon.ingest.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// What an accepted call has published.
@Entity
@Immutable
@NullUnmarked
@Table(name = "receipt")
class ReceiptEntity {
    @Id UUID id;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "event_ids")
    String[] eventIds;

    String source;
}
