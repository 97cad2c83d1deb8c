package rubicon.simulator.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.Calibration;
import rubicon.simulator.calibration.CalibrationConfig;
import rubicon.simulator.calibration.Field;
import rubicon.simulator.calibration.ReadValue;
import rubicon.simulator.calibration.Reference;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.projection.ProjectionRepository.Due;
import rubicon.simulator.saved.Publish;
import rubicon.simulator.saved.Publish.Resolution;
import rubicon.simulator.saved.Scenario;
import rubicon.simulator.saved.ScenarioId;
import rubicon.simulator.saved.Scenarios;
import rubicon.simulator.simulation.Asked;
import rubicon.simulator.simulation.Request;
import rubicon.simulator.simulation.RequestReader;
import rubicon.simulator.simulation.ScenarioVersion;
import rubicon.simulator.simulation.Simulations;

/// Runs scenarios anew whose inputs have changed, each once for all that came together. A scenario
/// stays in the list until it has said what follows from what the ledger holds, so nothing is lost
/// while ingest, Kafka or this process is away.
@ApplicationScoped
class Recalibration {
    private static final Logger LOG = Logger.getLogger(Recalibration.class);
    private static final String USER = "rubicon";

    // Whoever takes one and dies has it taken by another after this.
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    // Half a minute: an ingest that starts beside this service is no news.
    private static final int UNTOLD = 4;

    private final ProjectionRepository list;
    private final Projections projections;
    private final Scenarios scenarios;
    private final Calibration calibration;
    private final CalibrationConfig config;
    private final RequestReader requests;
    private final Simulations simulations;
    private final InstantSource time;
    private final MeterRegistry meters;
    private @Nullable LocalDate day;

    Recalibration(
            ProjectionRepository list,
            Projections projections,
            Scenarios scenarios,
            Calibration calibration,
            CalibrationConfig config,
            RequestReader requests,
            Simulations simulations,
            InstantSource time,
            MeterRegistry meters) {
        this.list = list;
        this.projections = projections;
        this.scenarios = scenarios;
        this.calibration = calibration;
        this.config = config;
        this.requests = requests;
        this.simulations = simulations;
        this.time = time;
        this.meters = meters;
    }

    @Scheduled(
            every = "${rubicon.calibration.every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        askForTheDay();
        Instant now = time.instant();
        List<Due> due =
                QuarkusTransaction.requiringNew().call(() -> list.take(now, now.plus(LEASE)));
        for (Due one : due) {
            look(one);
        }
    }

    /// A day that begins is an input, too. At the start all are looked at: what they say may be of
    /// an earlier release of the models.
    private void askForTheDay() {
        Instant now = time.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (today.equals(day)) {
            return;
        }
        boolean isStart = day == null;
        for (Scenario it : scenarios.standing(Optional.empty())) {
            boolean readsTheDay =
                    it.definition().bindings().values().stream()
                            .anyMatch(one -> one.field() == Field.AS_OF);
            if (it.publishing() && (isStart || readsTheDay)) {
                QuarkusTransaction.requiringNew().run(() -> list.ask(it.id().value(), now));
            }
        }
        day = today;
    }

    private void look(Due due) throws InterruptedException {
        try {
            Optional<Scenario> scenario =
                    scenarios
                            .find(new ScenarioId(due.scenario()), Optional.empty())
                            .filter(Scenario::publishing);
            if (scenario.isEmpty()) {
                forget(due);
            } else if (simulations.isProjecting(due.scenario())) {
                postpone(due, PAUSE, due.attempts());
            } else {
                tryTo(due, scenario.get());
            }
        } catch (RuntimeException e) {
            LOG.debug("Scenario not run anew", e);
            tryLater(due, String.valueOf(e.getMessage()));
        }
    }

    private void tryTo(Due due, Scenario scenario) throws InterruptedException {
        try {
            look(due, scenario);
        } catch (ProblemException e) {
            String why = words(e.problem());
            if (e.problem().status() >= 500) {
                if (due.attempts() >= UNTOLD) {
                    keep(scenario, why);
                }
                tryLater(due, why);
            } else {
                LOG.warnf("Scenario cannot be run anew scenario=%s error=%s", due.scenario(), why);
                keep(scenario, why);
                forget(due);
            }
        }
    }

    private static String words(Problem problem) {
        return problem.violations().isEmpty()
                ? String.valueOf(problem.detail())
                : problem.violations().stream()
                        .map(FieldProblem::message)
                        .collect(Collectors.joining("; "));
    }

    private void keep(Scenario scenario, String why) {
        var failure =
                new ProjectionFailure(
                        scenario.version(), time.instant().truncatedTo(ChronoUnit.MICROS), why);
        QuarkusTransaction.requiringNew().run(() -> list.failed(scenario.id().value(), failure));
    }

    /// Whether a chance is asked of what has come, or of a day that is over.
    private boolean isDecided(Scenario scenario) {
        Publish publish = scenario.definition().publish();
        Resolution asked = publish == null ? null : publish.resolution();
        Double atLeast = asked == null ? null : asked.atLeast();
        if (asked == null || atLeast == null) {
            return false;
        }
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC).isAfter(asked.on())
                || (asked.field() == Field.FRONTIER
                        && calibration
                                .now(
                                        "outcome",
                                        new Reference(asked.indicator(), asked.field(), false))
                                .filter(it ->
                                        it.value() instanceof Number came
                                                && came.doubleValue() >= atLeast)
                                .isPresent());
    }

    private void look(Due due, Scenario scenario) throws InterruptedException {
        if (isDecided(scenario)) {
            keep(scenario, "its question is decided");
            forget(due);
            return;
        }
        Calibration.Resolved resolved =
                calibration.bound(scenario.definition().run(), scenario.definition().bindings());
        List<ReadValue> readings = resolved.readings();
        String lacking =
                readings.stream()
                        .filter(it -> it.fallback() != null)
                        .map(it -> it.parameter() + " " + it.fallback())
                        .collect(Collectors.joining("; "));
        if (!lacking.isEmpty()) {
            // Its own values say nothing of the ledger; the next release of the indicator asks
            // again.
            LOG.debugf("Ledger lacks values for a scenario scenario=%s", scenario.id());
            keep(scenario, lacking);
            forget(due);
            return;
        }
        Request request = requests.read(resolved.body());
        String spec = request.plan().model().description().specVersion();
        Optional<ProjectionEntity> last = projections.last(scenario.id());
        if (last.filter(it -> saysTheSame(it, scenario, spec, readings)).isPresent()) {
            QuarkusTransaction.requiringNew().run(() -> list.mended(scenario.id().value()));
            forget(due);
            return;
        }
        var version = new ScenarioVersion(scenario.id().value(), scenario.version());
        String key = ProjectionKey.of(version, spec, readings, last.map(it -> it.id));
        simulations.beginOf(
                request, new Asked(Optional.of(version), readings, Optional.of(key)), USER);
        LOG.infof("Scenario run anew scenario=%s version=%d", scenario.id(), scenario.version());
        postpone(due, pause(due.attempts()), due.attempts() + 1);
    }

    /// Whether a projection came of what would be put in now, and of the same mathematics.
    private boolean saysTheSame(
            ProjectionEntity said, Scenario scenario, String spec, List<ReadValue> now) {
        if (said.version != scenario.version() || !said.specVersion.equals(spec)) {
            return false;
        }
        List<ReadValue> before = projections.readings(said);
        return before.size() == now.size()
                && before.stream().allMatch(a -> now.stream().anyMatch(a::saysAs));
    }

    private void tryLater(Due due, String why) {
        Duration pause = pause(due.attempts());
        LOG.logf(
                due.attempts() < UNTOLD ? Logger.Level.DEBUG : Logger.Level.WARN,
                "Scenario not run anew yet scenario=%s error=%s after=%s",
                due.scenario(),
                why,
                pause);
        meters.counter("rubicon.simulator.recalibrations.postponed").increment();
        postpone(due, pause, due.attempts() + 1);
    }

    private Duration pause(int attempts) {
        Duration longer = PAUSE.multipliedBy(1L << Math.min(attempts, 20));
        return longer.compareTo(config.longestPause()) < 0 ? longer : config.longestPause();
    }

    private void forget(Due due) {
        Instant now = time.instant();
        QuarkusTransaction.requiringNew().run(() -> list.forget(due, now));
    }

    private void postpone(Due due, Duration pause, int attempts) {
        Instant until = time.instant().plus(pause);
        QuarkusTransaction.requiringNew().run(() -> list.postpone(due, until, attempts));
    }
}
