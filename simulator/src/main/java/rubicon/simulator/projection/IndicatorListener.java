package rubicon.simulator.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.Topics;
import rubicon.simulator.calibration.CalibrationConfig;
import rubicon.simulator.simulation.TopicLoop;

/// Hears of new states of indicators. What a state says is read from ingest when its scenarios are
/// run; here only its version counts.
@ApplicationScoped
class IndicatorListener {
    private static final Logger LOG = Logger.getLogger(IndicatorListener.class);

    private final ProjectionRepository list;
    private final CalibrationConfig config;
    private final ObjectMapper json;
    private final InstantSource time;
    private final TopicLoop loop;

    IndicatorListener(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ProjectionRepository list,
            CalibrationConfig config,
            ObjectMapper json,
            InstantSource time) {
        this.list = list;
        this.config = config;
        this.json = json;
        this.time = time;
        this.loop =
                new TopicLoop(
                        kafka,
                        Topics.CALIBRATION_GROUP,
                        Topics.INDICATORS,
                        "indicators",
                        this::hear);
    }

    void onStart(@Observes StartupEvent event) {
        loop.start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
        loop.join();
    }

    private void hear(byte @Nullable [] value) {
        if (value == null) {
            return;
        }
        try {
            JsonNode state = json.readTree(value);
            String indicator = state.path("indicator").asText();
            long version = state.path("version").asLong();
            Instant at = time.instant().plus(config.settle());
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        if (list.isNews(indicator, version)) {
                            list.askReaders(indicator, at);
                        }
                    });
        } catch (IOException e) {
            LOG.warnf("What came is no state topic=%s error=%s", Topics.INDICATORS, e.getMessage());
        }
    }
}
