package rubicon.simulator.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.ReadValue;
import rubicon.simulator.saved.Publish;
import rubicon.simulator.saved.Scenario;
import rubicon.simulator.saved.ScenarioId;
import rubicon.simulator.saved.Scenarios;
import rubicon.simulator.simulation.ProjectionEnded;
import rubicon.simulator.simulation.Results.Result;

/// Keeps what scenarios said of the ledger.
@ApplicationScoped
class Projections {
    private static final Logger LOG = Logger.getLogger(Projections.class);

    private final ProjectionRepository projections;
    private final Scenarios scenarios;
    private final ObjectMapper json;
    private final InstantSource time;
    private final MeterRegistry meters;

    Projections(
            ProjectionRepository projections,
            Scenarios scenarios,
            ObjectMapper json,
            InstantSource time,
            MeterRegistry meters) {
        this.projections = projections;
        this.scenarios = scenarios;
        this.json = json;
        this.time = time;
        this.meters = meters;
    }

    /// Keeps what a run said, in the transaction that ends the run.
    void onEnd(@Observes ProjectionEnded ended) {
        if (ended.result().isEmpty()) {
            LOG.warnf("Projection not made scenario=%s run=%s", ended.of().scenario(), ended.run());
            projections.failed(
                    ended.of().scenario(),
                    new ProjectionFailure(
                            ended.of().version(),
                            now(),
                            "the run %s ended without a result".formatted(ended.run())));
            return;
        }
        Result result = ended.result().get();
        Optional<Publish> publish =
                scenarios
                        .find(
                                new ScenarioId(ended.of().scenario()),
                                Optional.of(ended.of().version()))
                        .map(Scenario::definition)
                        .flatMap(it -> Optional.ofNullable(it.publish()));
        // It was deleted meanwhile.
        if (publish.isEmpty()) {
            return;
        }
        ProjectionEntity made = projection(ended, result, publish.get());
        projections.persist(made);
        projections.flush();
        projections.mended(made.scenario);
        if (made.value == null) {
            LOG.infof(
                    "Projection without a number is not published scenario=%s run=%s",
                    made.scenario, ended.run());
        } else {
            projections.send(made.id, made.madeAt);
        }
        meters.counter("rubicon.simulator.projections", "model", result.model()).increment();
    }

    /// What a scenario said, the newest first.
    List<ProjectionEntity> of(ScenarioId scenario, int most) {
        return QuarkusTransaction.requiringNew().call(() -> projections.of(scenario.value(), most));
    }

    /// What a scenario said last, whichever version of it.
    Optional<ProjectionEntity> last(ScenarioId scenario) {
        return QuarkusTransaction.requiringNew().call(() -> projections.last(scenario.value()));
    }

    /// Why a scenario said nothing when it was last looked at; empty if it said something.
    Optional<ProjectionFailure> failure(ScenarioId scenario) {
        return QuarkusTransaction.requiringNew().call(() -> projections.failure(scenario.value()));
    }

    /// What was read for a projection.
    List<ReadValue> readings(ProjectionEntity it) {
        try {
            return List.of(json.readValue(it.readings, ReadValue[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProjectionEntity projection(ProjectionEnded ended, Result result, Publish publish) {
        Outcome outcome = Outcome.of(result, publish);
        var made = new ProjectionEntity();
        // Whoever makes it of the same makes the same.
        made.id = UUID.nameUUIDFromBytes(ended.projection().getBytes(StandardCharsets.UTF_8));
        made.key = ended.projection();
        made.scenario = ended.of().scenario();
        made.version = ended.of().version();
        made.simulation = ended.run();
        made.specVersion = result.specVersion();
        made.readings = text(ended.readings());
        made.madeAt = now();
        made.indicator = publish.indicator();
        made.value = outcome.value();
        made.low = outcome.low();
        made.high = outcome.high();
        made.level = outcome.low() == null ? null : Outcome.LEVEL;
        made.quantiles = text(outcome.quantiles());
        made.resolution = publish.resolution() == null ? null : text(publish.resolution());
        return made;
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String text(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
