package rubicon.simulator.projection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// A row of `projection`.
@Entity
@NullUnmarked
@Table(name = "projection")
class ProjectionEntity {
    @Id UUID id;

    /// What it was made of, as [ProjectionKey] names it.
    String key;

    String scenario;
    int version;
    UUID simulation;

    @Column(name = "spec_version")
    String specVersion;

    /// What was read from the ledger, as JSON.
    String readings;

    @Column(name = "made_at")
    Instant madeAt;

    String indicator;

    /// Null where it came out infinite or undefined.
    Double value;

    Double low;
    Double high;
    Double level;

    /// By share, as JSON.
    String quantiles;

    /// How it will be resolved, as JSON; null if nothing says so.
    String resolution;
}
