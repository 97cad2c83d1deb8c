package rubicon.ingest.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import rubicon.model.alert.AlertInstance;

/// What the machine remembers of a rule.
@Entity
@NullUnmarked
@Table(name = "alert_instance")
class AlertInstanceEntity {
    @Id String rule;
    String indicator;

    @Convert(converter = AlertJson.Instances.class)
    AlertInstance state;

    Instant deadline;

    @Column(name = "stale_at")
    Instant staleAt;

    @Column(name = "wake_at")
    Instant wakeAt;
}
