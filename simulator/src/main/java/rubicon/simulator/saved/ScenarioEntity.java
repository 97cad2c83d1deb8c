package rubicon.simulator.saved;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/// A row of `scenario`.
@Entity
@NullUnmarked
@Table(name = "scenario")
class ScenarioEntity {
    @Id String id;

    @Column(name = "built_in")
    boolean builtIn;

    /// Null if it was forked from nothing.
    @Column(name = "fork_of")
    String forkOf;

    /// The indicator that the standing version publishes under, null if under none.
    String publishes;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "deleted_at")
    Instant deletedAt;

    @Column(name = "deleted_by")
    String deletedBy;
}
