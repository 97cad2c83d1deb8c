package rubicon.ingest.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rubicon.ingest.platform.Tracing;

/// Reads each topic that somebody handles, on a thread of its own: neither many records of one nor
/// a fault there holds up another.
@ApplicationScoped
public class Intake {
    private final List<TopicIntake> topics;

    Intake(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @All List<BatchHandler> handlers,
            @ConfigProperty(name = "rubicon.intake.workers") int workers,
            InstantSource time,
            Tracing tracing,
            MeterRegistry meters) {
        this.topics =
                handlers.stream()
                        .map(it ->
                                new TopicIntake(
                                        () -> TopicIntake.open(kafka),
                                        it,
                                        workers,
                                        time,
                                        tracing,
                                        meters))
                        .toList();
    }

    void onStart(@Observes StartupEvent event) {
        topics.forEach(TopicIntake::start);
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        topics.forEach(TopicIntake::stop);
        for (TopicIntake topic : topics) {
            topic.join();
        }
    }

    /// Whether all have partitions to read from.
    public boolean isConnected() {
        return topics.stream().allMatch(TopicIntake::isConnected);
    }

    /// Whether the threads that read were started.
    boolean isStarted() {
        return topics.stream().allMatch(TopicIntake::isStarted);
    }

    /// Whether the threads that read are still there; a broker or a database that is away never
    /// ends them.
    boolean isAlive() {
        return topics.stream().allMatch(TopicIntake::isAlive);
    }
}
