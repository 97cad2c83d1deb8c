package rubicon.ingest.alert;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// A row of the audit trail.
@Entity
@Immutable
@NullUnmarked
@Table(name = "alert_transition")
class AlertTransitionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "alert_transition_id")
    @SequenceGenerator(
            name = "alert_transition_id",
            sequenceName = "alert_transition_id",
            allocationSize = 50)
    Long id;

    String episode;
    Instant at;

    String transition;
}
