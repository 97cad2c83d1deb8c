package rubicon.simulator.saved;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/// A row of `scenario_version`.
@Entity
@NullUnmarked
@Table(name = "scenario_version")
@IdClass(ScenarioVersionEntity.Key.class)
class ScenarioVersionEntity {
    /// A scenario's version.
    record Key(String scenario, int version) implements Serializable {}

    @Id String scenario;
    @Id int version;
    String model;
    String definition;
    String author;

    @Column(name = "created_at")
    Instant createdAt;
}
