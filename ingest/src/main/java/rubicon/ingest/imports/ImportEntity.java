package rubicon.ingest.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/// A row of `import_job`.
@Entity
@NullUnmarked
@Table(name = "import_job")
class ImportEntity {
    @Id UUID id;
    String format;
    String source;
    String name;
    String state;
    long bytes;
    String sha256;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "finished_at")
    Instant finishedAt;

    /// Headers that tell what handed it in.
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> trace = Map.of();

    long rows;
    long observations;

    @Column(name = "eval_runs")
    long evalRuns;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> unread = List.of();

    @Column(name = "passed_over")
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> passedOver = List.of();

    long published;
    long faults;

    @JdbcTypeCode(SqlTypes.JSON)
    List<RowFaultPayload> report = List.of();

    String[] indicators = {};

    /// How often somebody went on with it since it last came any farther.
    int attempts;

    String problem;

    @Column(name = "retry_at")
    Instant retryAt;

    String kafka;

    /// By partition, the offset after the last of its events.
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Long> offsets = Map.of();

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Long> outcomes = Map.of();
}
