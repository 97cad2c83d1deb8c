package rubicon.simulator.projection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/// A row of `projection_failure`.
@Entity
@NullUnmarked
@Table(name = "projection_failure")
class ProjectionFailureEntity {
    @Id String scenario;

    int version;

    @Column(name = "failed_at")
    Instant failedAt;

    String reason;
}
