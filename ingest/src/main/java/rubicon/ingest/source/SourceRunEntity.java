package rubicon.ingest.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
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

    @Column(name = "not_modified")
    boolean notModified;

    String error;
}
