package rubicon.ui.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import rubicon.model.wire.Topics;

/// The feeds' life: they start with the application and end with it.
@ApplicationScoped
class Feeds {
    private final IndicatorFeed indicators;
    private final AlertFeed alerts;

    @Inject
    Feeds(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ObjectMapper json,
            MeterRegistry meters) {
        TopicSource.Opener opener = KafkaTopicSource.with(kafka);
        indicators = new IndicatorFeed(opener, json);
        alerts = new AlertFeed(opener, json);
        measure(meters, Topics.INDICATORS, indicators);
        measure(meters, Topics.ALERTS, alerts);
    }

    private static void measure(MeterRegistry meters, String topic, Feed<?> feed) {
        FunctionCounter.builder("rubicon.live.records", feed, Feed::records)
                .description("Records read from a topic since the start")
                .tag("topic", topic)
                .register(meters);
        Gauge.builder("rubicon.live.up", () -> feed.peekStatus() == FeedStatus.LIVE ? 1 : 0)
                .description("1 while what is read is up to date")
                .tag("topic", topic)
                .register(meters);
    }

    @Produces
    @Singleton
    IndicatorFeed indicators() {
        return indicators;
    }

    @Produces
    @Singleton
    AlertFeed alerts() {
        return alerts;
    }

    void start(@Observes StartupEvent event) {
        indicators.start();
        alerts.start();
    }

    void stop(@Observes ShutdownEvent event) {
        indicators.close();
        alerts.close();
    }
}
