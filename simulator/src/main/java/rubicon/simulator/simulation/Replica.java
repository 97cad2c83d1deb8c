package rubicon.simulator.simulation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import rubicon.model.wire.Topics;

/// This process as a member of the house: it takes chunks, as many at once as it has workers, and
/// joins what chunks gave.
@ApplicationScoped
class Replica {
    private static final Logger LOG = Logger.getLogger(Replica.class);

    private final List<TopicLoop> loops = new ArrayList<>();

    Replica(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            SimulationConfig config,
            Simulations simulations,
            Wire wire) {
        for (int i = 1; i <= config.workers(); i++) {
            var worker = new ChunkWorker(simulations, wire);
            var loop =
                    new TopicLoop(
                            kafka,
                            Topics.SIMULATION_GROUP,
                            Topics.SIMULATION_CHUNKS,
                            "chunks " + i,
                            worker);
            worker.stopWith(loop::isStopping);
            loops.add(loop);
        }
        loops.add(
                new TopicLoop(
                        kafka,
                        Topics.SIMULATION_RESULTS_GROUP,
                        Topics.SIMULATION_RESULTS,
                        "results",
                        value -> {
                            try {
                                simulations.take(wire.read(value, Part.class));
                            } catch (IllegalArgumentException e) {
                                LOG.warnf("What came back is no part error=%s", e.getMessage());
                            }
                        }));
    }

    void onStart(@Observes StartupEvent event) {
        loops.forEach(TopicLoop::start);
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        loops.forEach(TopicLoop::stop);
        for (TopicLoop loop : loops) {
            loop.join();
        }
    }
}
