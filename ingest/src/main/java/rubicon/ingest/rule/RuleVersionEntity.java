package rubicon.ingest.rule;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import rubicon.model.wire.RulePayload;

/// One version of one rule.
@Entity
@Immutable
@NullUnmarked
@Table(name = "rule_version")
class RuleVersionEntity {

    /// A rule's id and version.
    @Embeddable
    record Id(@Column(name = "rule") String rule, @Column(name = "version") int version)
            implements Serializable {}

    @EmbeddedId Id id;
    String indicator;

    /// Kind of its condition.
    String kind;

    /// The indicator that is read beside it; null for none.
    String other;

    @JdbcTypeCode(SqlTypes.JSON)
    RulePayload spec;

    boolean deleted;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "asked_since")
    Instant askedSince;

    @Column(name = "created_by")
    String createdBy;
}
