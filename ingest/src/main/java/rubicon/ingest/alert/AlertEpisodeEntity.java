package rubicon.ingest.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import rubicon.model.alert.Episode;
import rubicon.model.wire.AlertPayload;

/// An episode as it stands.
@Entity
@NullUnmarked
@Table(name = "alert_episode")
class AlertEpisodeEntity {
    @Id String id;
    String rule;
    String indicator;
    String condition;
    boolean open;

    @Column(name = "active_at")
    Instant activeAt;

    long version;

    @Convert(converter = AlertJson.Episodes.class)
    Episode episode;

    @Convert(converter = AlertJson.Payloads.class)
    AlertPayload payload;
}
