package rubicon.ingest.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import rubicon.model.wire.ProvenancePayload;

/// A row of `provenance`.
@Entity
@Immutable
@NullUnmarked
@BatchSize(size = 500)
@Table(name = "provenance")
class ProvenanceEntity {
    @Id UUID id;

    @JdbcTypeCode(SqlTypes.JSON)
    ProvenancePayload content;
}
