package rubicon.ingest.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/// Where a source stands.
@Entity
@NullUnmarked
@Table(name = "source_state")
class SourceStateEntity {
    @Id String source;
    String url;

    @Column(name = "connector_version")
    String connectorVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    List<PartStanding> parts = List.of();

    @Column(name = "first_run_at")
    Instant firstRunAt;

    @Column(name = "last_success_at")
    Instant lastSuccessAt;

    @Column(name = "last_failure_at")
    Instant lastFailureAt;

    @Column(name = "not_before")
    Instant notBefore;

    @Column(name = "last_error")
    String lastError;

    @Column(name = "last_run")
    UUID lastRun;

    @Column(name = "rows_missing")
    boolean rowsMissing;

    @Column(name = "form_changed")
    boolean formChanged;

    boolean gone;

    String[] rows = {};
}
