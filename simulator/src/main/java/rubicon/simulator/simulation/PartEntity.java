package rubicon.simulator.simulation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// A row of `simulation_part`.
@Entity
@NullUnmarked
@Table(name = "simulation_part")
@IdClass(PartEntity.Key.class)
class PartEntity {
    /// What names a part.
    record Key(UUID simulation, int firstBlock) implements Serializable {}

    @Id UUID simulation;

    @Id
    @Column(name = "first_block")
    int firstBlock;

    int blocks;
    byte[] summary;
}
