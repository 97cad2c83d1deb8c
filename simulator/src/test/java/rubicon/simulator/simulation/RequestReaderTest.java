package rubicon.simulator.simulation;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalStateException;
import org.junit.jupiter.api.Test;
import rubicon.model.stats.Quantiles;
import rubicon.simulator.evaluation.Models;
import rubicon.simulator.montecarlo.Correlation;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.montecarlo.Summary;
import rubicon.simulator.montecarlo.Tally;
import rubicon.simulator.montecarlo.Worker;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.researchloop.ResearchLoopModel;
import rubicon.simulator.scenario.takeoff.ai2027.TakeoffDraws;
import rubicon.simulator.scenario.takeoff.ai2027.TimelineDraws;

class RequestReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RequestReader reader = RequestReaders.byDefault();

    @Test
    void whatIsPublishedAsCorrelatedIsDrawnSo() throws JsonProcessingException {
        List<Correlation> correlations = plan("ai2027-takeoff", "").correlations();
        assertThat(correlations).hasSize(1);
        // Normal scores of .8 have ranks of 6/π·asin(.4).
        assertThat(correlations.getFirst().spearman())
                .isCloseTo(6 / Math.PI * Math.asin(0.4), within(1e-12));
        assertThat(plan("ai2027-timeline", "").correlations()).hasSize(4);
        assertThat(plan("sie", "").correlations()).isEmpty();
    }

    @Test
    void whoGivesCorrelationsHasThose() throws JsonProcessingException {
        assertThat(plan("ai2027-takeoff", ", \"correlations\": []").correlations()).isEmpty();
        List<Correlation> own =
                plan(
                                "ai2027-takeoff",
                                ", \"correlations\": [{\"between\": [\"jumps\", \"medianToBest\"],"
                                        + " \"spearman\": 0.3}]")
                        .correlations();
        assertThat(own).extracting(Correlation::spearman).containsExactly(0.3);
    }

    @Test
    void indicesNeedIndependentInputs() throws JsonProcessingException {
        assertThatThrownBy(() -> plan("ai2027-takeoff", ", \"sobolPairs\": 64"))
                .isInstanceOf(ProblemException.class);
        assertThat(plan("ai2027-takeoff", ", \"correlations\": [], \"sobolPairs\": 64"))
                .isNotNull();
    }

    /// Also where a run is only asked for: one is computed to know what it answers.
    @Test
    void aModelWhoseArithmeticFailsGivesNoAnswer() {
        for (RuntimeException failure :
                List.of(
                        new MathIllegalStateException(LocalizedCoreFormats.SIMPLE_MESSAGE, "no"),
                        new ArithmeticException("no"))) {
            RequestReader failing = RequestReaders.of(new Failing(failure));
            assertThatThrownBy(() -> failing.read(JSON.readTree("{\"model\": \"research-loop\"}")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            it -> {
                                assertThat(it.problem().status()).isEqualTo(422);
                                assertThat(it.problem().detail())
                                        .isEqualTo("the arithmetic fails at these values: no");
                            });
        }
    }

    /// The research loop, which fails whatever it is given.
    private static final class Failing extends Models {
        private final RuntimeException failure;

        Failing(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public Optional<ScenarioModel> find(String id) {
            return Optional.of(
                    new ScenarioModel() {
                        @Override
                        public Description description() {
                            return new ResearchLoopModel().description();
                        }

                        @Override
                        public Map<String, Value> evaluate(Assignment assignment) {
                            throw failure;
                        }
                    });
        }
    }

    /// A pair costs as many runs as there are inputs, and two: they count with the samples.
    @Test
    void theRunsOfADesignCountAsSamplesDo() throws JsonProcessingException {
        int inputs = plan("aifm", "").inputs().size();
        long runs = 65_536L * (inputs + 2);
        assertThat(runs).isBetween(500_000L, 1_900_000L);
        String pairs = ", \"correlations\": [], \"sobolPairs\": 65536, \"outputs\": [\"%s\"]";
        String output =
                plan("aifm", "").series().stream()
                        .filter(Series::isScalar)
                        .findFirst()
                        .orElseThrow()
                        .output()
                        .name();
        assertThat(read("aifm", 2_000_000 - runs, pairs.formatted(output)).sobolPairs())
                .isEqualTo(65_536);
        assertRefused(
                () -> read("aifm", 2_000_001 - runs, pairs.formatted(output)),
                ("sobolPairs times %d, the inputs and two, are %d runs; with the %d samples they"
                                + " may be at most 2000000")
                        .formatted(inputs + 2, runs, 2_000_001 - runs));
    }

    /// The design answers single numbers alone.
    @Test
    void theNumbersOfADesignCountAsThoseOfSamplesDo() throws JsonProcessingException {
        Plan plan = plan("aifm", "");
        long scalars = plan.series().stream().filter(Series::isScalar).count();
        long samples = 500_000_000L / plan.series().size();
        assertThat(samples).isLessThan(1_990_000);
        long over = 500_000_000L - samples * plan.series().size();
        long pairs = over / (scalars * (plan.inputs().size() + 2)) + 1;
        assertThat(read("aifm", samples, ", \"correlations\": []").plan().samples())
                .isEqualTo(samples);
        assertRefused(
                () -> read("aifm", samples, ", \"correlations\": [], \"sobolPairs\": " + pairs),
                ("sobolPairs answer %d numbers; with the %d of the samples they may be at most"
                                + " 500000000: ask for fewer of them, fewer samples or outputs")
                        .formatted(
                                pairs * scalars * (plan.inputs().size() + 2),
                                samples * plan.series().size()));
    }

    @Test
    void moreCellsThanAWorkerHasRoomForAreRefused() throws JsonProcessingException {
        String body =
                "{\"model\": \"time-horizon\", \"parameters\":"
                        + " {\"curveFrom\": \"tasks\", \"tasks\": [%s]}}";
        String cell =
                "{\"name\": \"t\", \"family\": \"f\", \"minutes\": 10, \"score\":"
                        + " {\"distribution\": \"uniform\", \"low\": 0, \"high\": 1}}";
        int priors =
                reader.read(JSON.readTree(body.formatted(String.join(",", nCopies(300, cell)))))
                                .plan()
                                .inputs()
                                .size()
                        - 300;
        assertRefused(
                () ->
                        reader.read(
                                JSON.readTree(
                                        body.formatted(String.join(",", nCopies(500, cell))))),
                "parameters may have at most 500 numbers that are drawn, not %d"
                        .formatted(500 + priors));
        assertThat(priors).isPositive();
    }

    /// Oracle: the source's own way to draw, which gives its published quantiles.
    @Test
    void theTakeoffIsDistributedAsItsSourceDrawsIt() throws JsonProcessingException {
        Plan plan = plan("ai2027-takeoff", ", \"outputs\": [\"milestoneTime\"]");
        List<Summary> times = run(plan);
        double[][] phases = TakeoffDraws.years(1, 40_000);
        double[] first = phases[0];
        double[] both = new double[first.length];
        Arrays.setAll(both, i -> first[i] + phases[1][i]);
        assertThat(times.get(0).quantile(0.1)).isZero();
        for (double p : new double[] {0.25, 0.5, 0.75, 0.9}) {
            double expected = Quantiles.type7(first, p);
            assertThat(times.get(0).quantile(p)).isCloseTo(expected, within(0.04 * expected));
        }
        for (double p : new double[] {0.05, 0.1, 0.5, 0.75, 0.9}) {
            double expected = Quantiles.type7(both, p);
            assertThat(times.get(1).quantile(p)).isCloseTo(expected, within(0.05 * expected));
        }
    }

    /// The same up to the middle. Slower doublings lie beyond steady ones here, and between in the
    /// source: that moves the upper quartile by a tenth.
    @Test
    void theTimelineIsDistributedAsItsSourceDrawsIt() throws JsonProcessingException {
        Plan plan = plan("ai2027-timeline", ", \"outputs\": [\"milestoneTime\"]");
        Summary time = run(plan).getFirst();
        double[] arrivals = TimelineDraws.of(1, 20_000).arrivals();
        for (double p : new double[] {0.1, 0.25, 0.5}) {
            double expected = Quantiles.type7(arrivals, p) - TimelineDraws.PUBLISHED;
            assertThat(time.quantile(p)).as("%s", p).isCloseTo(expected, within(0.06 * expected));
        }
    }

    private Plan plan(String variant, String more) throws JsonProcessingException {
        return read(variant, 20_000, more).plan();
    }

    private Request read(String variant, long samples, String more) throws JsonProcessingException {
        return reader.read(
                JSON.readTree(
                        ("{\"model\": \"takeoff\", \"samples\": %d, \"parameters\":"
                                        + " {\"variant\": \"%s\"}%s}")
                                .formatted(samples, variant, more)));
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it ->
                                assertThat(it.problem().violations())
                                        .extracting(FieldProblem::message)
                                        .containsExactly(message));
    }

    private static List<Summary> run(Plan plan) {
        var tally = new Tally(plan);
        tally.add(new Worker(plan).run(0, plan.blocks(), () -> false));
        return tally.summaries();
    }
}
