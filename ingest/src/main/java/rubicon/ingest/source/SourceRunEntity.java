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

/// One run of a source.
@Entity
@NullUnmarked
@Table(name = "source_run")
class SourceRunEntity {
    @Id UUID id;
    String source;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    int read;

    @Column(name = "\"new\"")
    int fresh;

    int revised;
    int unchanged;
    int retracted;
    int refused;
    int observations;

    @Column(name = "eval_runs")
    int evalRuns;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> unread = List.of();

    @Column(name = "passed_over")
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> passedOver = List.of();

    @Column(name = "not_modified")
    boolean notModified;

    String error;
}
