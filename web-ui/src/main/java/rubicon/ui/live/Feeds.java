package rubicon.ui.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/// The feeds' life: they start with the application and end with it.
@ApplicationScoped
class Feeds {
    private final IndicatorFeed indicators;
    private final AlertFeed alerts;

    @Inject
    Feeds(@Identifier("default-kafka-broker") Map<String, Object> kafka, ObjectMapper json) {
        TopicSource.Opener opener = KafkaTopicSource.with(kafka);
        indicators = new IndicatorFeed(opener, json);
        alerts = new AlertFeed(opener, json);
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
