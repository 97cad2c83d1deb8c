package rubicon.simulator.projection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.Topics;
import rubicon.simulator.calibration.CalibrationConfig;
import rubicon.simulator.simulation.TopicLoop;

/// Hears of new states of indicators, of several at once while ingest works off what waits. What a
/// state says is read from ingest when its scenarios are run; here only its version counts.
@ApplicationScoped
class IndicatorListener {
    private static final Logger LOG = Logger.getLogger(IndicatorListener.class);

    private static final int MOST = 500;

    private final ProjectionRepository list;
    private final CalibrationConfig config;
    private final InstantSource time;
    private final TopicLoop loop;

    IndicatorListener(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ProjectionRepository list,
            CalibrationConfig config,
            InstantSource time) {
        this.list = list;
        this.config = config;
        this.time = time;
        this.loop =
                new TopicLoop(
                        kafka,
                        Topics.CALIBRATION_GROUP,
                        Topics.INDICATORS,
                        "indicators",
                        MOST,
                        this::hear);
    }

    void onStart(@Observes StartupEvent event) {
        loop.start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
        loop.join();
    }

    private void hear(List<byte @Nullable []> values) {
        SortedMap<String, Long> newest = new TreeMap<>();
        for (byte[] value : values) {
            if (value != null) {
                read(value).ifPresent(it -> newest.merge(it.indicator(), it.version(), Math::max));
            }
        }
        if (newest.isEmpty()) {
            return;
        }
        Instant at = time.instant().plus(config.settle());
        QuarkusTransaction.requiringNew().run(() -> list.askReaders(list.news(newest), at));
    }

    private static Optional<StateHead> read(byte[] value) {
        try {
            return Optional.of(StateHead.of(value));
        } catch (IOException e) {
            LOG.warnf("What came is no state topic=%s error=%s", Topics.INDICATORS, e.getMessage());
            return Optional.empty();
        }
    }
}
