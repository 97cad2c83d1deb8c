package rubicon.ui.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Optional;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.Topics;

/// Every alert episode as it stands, live.
public final class AlertFeed extends Feed<AlertPayload> {
    AlertFeed(TopicSource.Opener opener, ObjectMapper json) {
        super(Topics.ALERTS, AlertPayload.class, opener, json);
    }

    /// One episode; empty when the topic holds none of that id.
    public Signal<Optional<AlertPayload>> alert(String id) {
        return latest.signal(id);
    }

    /// Every episode; observed as a whole.
    public List<AlertPayload> alerts() {
        return latest.readAll();
    }

    @Override
    String key(AlertPayload alert) {
        return alert.id();
    }

    @Override
    long order(AlertPayload alert) {
        return alert.version();
    }
}
