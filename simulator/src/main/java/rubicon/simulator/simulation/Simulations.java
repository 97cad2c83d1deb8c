package rubicon.simulator.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.ReadValue;
import rubicon.simulator.montecarlo.Blocks;
import rubicon.simulator.montecarlo.Partial;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.montecarlo.SobolSums;
import rubicon.simulator.montecarlo.Tally;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.simulation.Results.Sensitivities;
import rubicon.simulator.simulation.Results.SobolIndex;
import rubicon.simulator.simulation.SimulationEntity.State;

/// Takes runs on, hands their chunks out, joins what comes back. What is lost on the way is handed
/// out again; what comes twice is left out.
@ApplicationScoped
public class Simulations {
    private static final Logger LOG = Logger.getLogger(Simulations.class);

    // A chunk lasts about so long: often enough for progress to be seen, seldom enough for what
    // travels to stay small.
    private static final double CHUNK_SECONDS = 1.5;
    private static final int LARGEST_CHUNK = 16;
    private static final int FORGOTTEN_AT_ONCE = 500;

    private final SimulationRepository runs;
    private final RequestReader reader;
    private final RunLimit limit;
    private final Wire wire;
    private final ObjectMapper json;
    private final Results results;
    private final SimulationConfig config;
    private final InstantSource time;
    private final MeterRegistry meters;
    private final Event<ProjectionEnded> ended;

    Simulations(
            SimulationRepository runs,
            RequestReader reader,
            RunLimit limit,
            Wire wire,
            ObjectMapper json,
            Results results,
            SimulationConfig config,
            InstantSource time,
            MeterRegistry meters,
            Event<ProjectionEnded> ended) {
        this.runs = runs;
        this.reader = reader;
        this.limit = limit;
        this.wire = wire;
        this.json = json;
        this.results = results;
        this.config = config;
        this.time = time;
        this.meters = meters;
        this.ended = ended;
    }

    /// Takes a run of a saved scenario on.
    ///
    /// @param user who asks
    /// @return as it was taken on; if Kafka is away its chunks are handed out later
    /// @throws ProblemException if it would last far longer than it may
    public SimulationPayload beginOf(Request request, Asked asked, String user)
            throws InterruptedException {
        return payload(begin(request, asked, user));
    }

    /// Whether a run of a scenario that makes a projection is under way.
    public boolean isProjecting(String scenario) {
        return QuarkusTransaction.requiringNew().call(() -> runs.isProjecting(scenario));
    }

    /// The newest finished run of a version of a scenario, and what it found.
    public Optional<Finished> newest(ScenarioVersion of) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        runs.newestDone(of)
                                .flatMap(runs::findByIdOptional)
                                .map(it ->
                                        new Finished(
                                                it.id,
                                                parsed(it),
                                                readings(it),
                                                results.read(runs.result(it.id).orElseThrow()))));
    }

    /// A run that is done.
    ///
    /// @param request what it was asked for, with what was read from the ledger in its place
    public record Finished(
            UUID id, JsonNode request, List<ReadValue> readings, Results.Result result) {}

    /// Takes a run on.
    ///
    /// @param user who asks
    /// @return as it was taken on; if Kafka is away its chunks are handed out later
    /// @throws ProblemException if it would last far longer than it may
    SimulationEntity begin(Request request, Asked asked, String user) throws InterruptedException {
        Plan plan = request.plan();
        double seconds = new RunCost(plan, System::nanoTime).first();
        // What follows the ledger was asked by nobody who could ask for less.
        if (asked.projection().isEmpty()) {
            limit.check(request, seconds);
        }
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        var run = new SimulationEntity();
        run.id = UUID.randomUUID();
        run.model = plan.model().description().id().value();
        run.specVersion = plan.model().description().specVersion();
        run.request = request.json().toString();
        run.samples = plan.samples();
        run.blocks = request.blocks();
        run.chunk = chunkSize(seconds);
        run.state = State.RUNNING;
        run.createdAt = now;
        run.createdBy = user;
        run.movedAt = now;
        run.deadline = now.plus(request.timeLimit());
        asked.of()
                .ifPresent(it -> {
                    run.scenario = it.scenario();
                    run.scenarioVersion = it.version();
                });
        run.readings = asked.readings().isEmpty() ? null : text(asked.readings());
        run.projection = asked.projection().orElse(null);
        QuarkusTransaction.requiringNew().run(() -> runs.persist(run));
        meters.counter("rubicon.simulator.runs", "model", run.model).increment();
        handOut(run, Set.of());
        return run;
    }

    /// A run as it is answered.
    SimulationPayload payload(SimulationEntity run) {
        return SimulationPayload.of(run, parsed(run), readings(run));
    }

    /// A run, if there is one.
    Optional<SimulationEntity> find(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> runs.findByIdOptional(id));
    }

    /// What a run found, if it is done.
    Optional<String> result(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> runs.result(id));
    }

    /// The newest runs first.
    List<SimulationEntity> newest(Optional<UUID> after, int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> runs.newest(after.flatMap(runs::findByIdOptional), most));
    }

    /// Ends a run that is under way; one that has ended stays as it is.
    Optional<SimulationEntity> cancel(UUID id, String user) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Optional<SimulationEntity> run = runs.locked(id);
                    run.filter(SimulationEntity::isRunning)
                            .ifPresent(it -> end(it, State.CANCELLED, "cancelled by " + user));
                    return run;
                });
    }

    /// Whether a run still wants a chunk: it is under way, and nobody has sent it back yet.
    boolean isWanted(Chunk chunk) {
        return QuarkusTransaction.requiringNew().call(() -> runs.isWanted(chunk, time.instant()));
    }

    /// The request of a run that is under way.
    ///
    /// @throws ProblemException if this replica does not understand it
    /// @throws IllegalStateException if its model is another version
    Optional<Request> request(UUID id) {
        return find(id).filter(SimulationEntity::isRunning)
                .map(it -> {
                    Request request = reader.read(parsed(it));
                    requireVersion(it, request.plan());
                    return request;
                });
    }

    /// Parts of two versions of a model's mathematics are never joined.
    private static void requireVersion(SimulationEntity run, Plan plan) {
        String mine = plan.model().description().specVersion();
        if (!mine.equals(run.specVersion)) {
            throw new IllegalStateException(
                    "it was asked of version %s of the model, and this is version %s"
                            .formatted(run.specVersion, mine));
        }
    }

    /// Takes what a chunk gave. The last one finishes the run.
    void take(Part part) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        runs.locked(part.run())
                                .filter(SimulationEntity::isRunning)
                                .ifPresent(run -> take(run, part)));
    }

    private void take(SimulationEntity run, Part part) {
        byte[] summary = part.summary();
        if (summary == null) {
            end(run, State.FAILED, part.problem());
            return;
        }
        if (!runs.keep(run.id, part.firstBlock(), part.blocks(), summary)) {
            return;
        }
        run.done += part.blocks();
        run.movedAt = time.instant();
        if (run.done == run.blocks && runs.kept(run.id).contains(Chunk.TORNADO)) {
            try {
                finish(run);
            } catch (ProblemException | IllegalStateException | IllegalArgumentException e) {
                LOG.errorf(e, "Parts cannot be joined run=%s", run.id);
                end(run, State.FAILED, "the parts cannot be joined: " + e.getMessage());
            }
        }
    }

    private void finish(SimulationEntity run) {
        Request request = reader.read(parsed(run));
        Plan plan = request.plan();
        requireVersion(run, plan);
        if (run.blocks != request.blocks()) {
            throw new IllegalStateException("another version of the simulator has cut it");
        }
        var tally = new Tally(plan);
        List<SobolSums> design = new ArrayList<>();
        for (Chunk chunk : chunks(run)) {
            byte[] part = runs.part(run.id, chunk.firstBlock());
            if (chunk.firstBlock() >= plan.blocks()) {
                design.add(SobolSums.ofBytes(plan, part));
            } else if (chunk.firstBlock() >= 0) {
                tally.add(Partial.ofBytes(plan, part));
            }
        }
        Sensitivities tornado = wire.read(runs.part(run.id, Chunk.TORNADO), Sensitivities.class);
        List<SobolIndex> sobol =
                design.isEmpty()
                        ? List.of()
                        : SensitivityRun.sobol(plan, request.sobolPairs(), design);
        run.result =
                results.text(Results.of(plan, tally, new Sensitivities(sobol, tornado.tornado())));
        end(run, State.DONE, null);
    }

    private void end(SimulationEntity run, State how, @Nullable String why) {
        run.finish(how, time.instant(), why);
        if (run.projection != null) {
            ended.fire(
                    new ProjectionEnded(
                            run.id,
                            run.projection,
                            new ScenarioVersion(run.scenario, run.scenarioVersion),
                            readings(run),
                            how == State.DONE
                                    ? Optional.of(results.read(run.result))
                                    : Optional.empty()));
        }
        runs.forgetParts(run.id);
        meters.counter("rubicon.simulator.runs.ended", "model", run.model, "state", how.name())
                .increment();
        LOG.infof("Simulation ended run=%s model=%s state=%s", run.id, run.model, how);
    }

    /// Hands out again what may be lost, and ends what lasted too long.
    @Scheduled(
            every = "${rubicon.simulations.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAfter() throws InterruptedException {
        Instant now = time.instant();
        List<UUID> unmoved =
                QuarkusTransaction.requiringNew()
                        .call(() -> runs.unmovedSince(now.minus(config.patience())));
        List<UUID> late = QuarkusTransaction.requiringNew().call(() -> runs.pastDeadline(now));
        for (UUID id : late) {
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            runs.locked(id)
                                    .filter(SimulationEntity::isRunning)
                                    .ifPresent(it ->
                                            end(
                                                    it,
                                                    State.FAILED,
                                                    "the time limit was reached after %d of %d blocks"
                                                            .formatted(it.done, it.blocks))));
        }
        for (UUID id : unmoved) {
            if (late.contains(id)) {
                continue;
            }
            Optional<SimulationEntity> mine =
                    QuarkusTransaction.requiringNew()
                            .call(() -> {
                                // Whoever moves it first hands out; the others find it moved.
                                Optional<SimulationEntity> run =
                                        runs.locked(id)
                                                .filter(SimulationEntity::isRunning)
                                                .filter(it ->
                                                        it.movedAt.isBefore(
                                                                now.minus(config.patience())));
                                run.ifPresent(it -> it.movedAt = now);
                                return run;
                            });
            if (mine.isPresent()) {
                Set<Integer> kept = QuarkusTransaction.requiringNew().call(() -> runs.kept(id));
                LOG.infof("Simulation handed out again run=%s parts=%d", id, kept.size());
                handOut(mine.get(), kept);
            }
        }
    }

    /// Forgets runs that ended long ago, some at once so that nobody waits for it.
    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        if (config.keep().isZero()) {
            return;
        }
        Instant before = time.instant().minus(config.keep());
        int gone;
        int all = 0;
        do {
            gone =
                    QuarkusTransaction.requiringNew()
                            .call(() -> runs.forgetEnded(before, FORGOTTEN_AT_ONCE));
            all += gone;
        } while (gone == FORGOTTEN_AT_ONCE);
        if (all > 0) {
            LOG.infof("Old simulations forgotten runs=%d", all);
        }
    }

    private void handOut(SimulationEntity run, Set<Integer> kept) throws InterruptedException {
        try {
            wire.handOut(
                    chunks(run).stream().filter(it -> !kept.contains(it.firstBlock())).toList());
        } catch (KafkaException e) {
            LOG.warnf("Chunks not handed out yet run=%s error=%s", run.id, e.getMessage());
        }
    }

    /// A run is always cut in the same places: at what its row says.
    private static List<Chunk> chunks(SimulationEntity run) {
        int samples = Blocks.count(run.samples);
        return Chunk.of(run.id, samples, run.chunk, run.blocks - samples);
    }

    private String text(List<ReadValue> readings) {
        try {
            return json.writeValueAsString(readings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ReadValue> readings(SimulationEntity run) {
        if (run.readings == null) {
            return List.of();
        }
        try {
            return List.of(json.readValue(run.readings, ReadValue[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode parsed(SimulationEntity run) {
        try {
            return json.readTree(run.request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How long a model takes decides how a run is cut; what it finds does not depend on it.
    private static int chunkSize(double seconds) {
        return (int) Math.clamp(CHUNK_SECONDS / (seconds * Blocks.SIZE), 1, LARGEST_CHUNK);
    }
}
