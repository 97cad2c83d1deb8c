package rubicon.ingest.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import rubicon.model.wire.IndicatorPayload;

/// One version of one catalogue entry, as it was written.
@Entity
@Immutable
@NullUnmarked
@Table(name = "indicator_version")
class IndicatorVersionEntity {

    /// An indicator's id and version.
    @Embeddable
    record Id(@Column(name = "indicator") String indicator, @Column(name = "version") int version)
            implements Serializable {}

    @EmbeddedId Id id;

    @JdbcTypeCode(SqlTypes.JSON)
    IndicatorPayload spec;

    @Enumerated(EnumType.STRING)
    Origin origin;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;
}
