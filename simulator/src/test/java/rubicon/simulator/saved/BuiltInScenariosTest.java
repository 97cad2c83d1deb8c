package rubicon.simulator.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.simulator.calibration.Reference;
import rubicon.simulator.evaluation.Models;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.montecarlo.Tally;
import rubicon.simulator.montecarlo.Worker;
import rubicon.simulator.scenario.Evaluated;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.simulation.RequestReader;
import rubicon.simulator.simulation.RequestReaders;

/// What the ready-made scenarios give. Oracles: the reference cases of the models, and what their
/// sources print.
@NullUnmarked
class BuiltInScenariosTest {
    private static final RequestReader REQUESTS = RequestReaders.byDefault();
    private static final ScenarioReader READER = new ScenarioReader(REQUESTS, new Models());

    static List<String> ids() {
        return BuiltInScenarios.IDS;
    }

    @Test
    void everyFileIsListed() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/scenarios"))) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            ids().stream().map(it -> it + ".yaml").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void hasItsNameAnArgumentWhatSpeaksAgainstItAndSources(String id) {
        Submission read = READER.read(ScenarioYaml.read(BuiltInScenarios.file(id)));
        assertThat(read.id()).contains(new ScenarioId(id));
        assertThat(read.definition().argument()).hasSizeGreaterThan(200);
        assertThat(read.definition().against()).hasSizeGreaterThan(150);
        assertThat(read.definition().watch()).isNotEmpty();
        assertThat(read.definition().sources()).isNotEmpty();
    }

    /// A file that is written, and read again, says the same.
    @ParameterizedTest
    @MethodSource("ids")
    void survivesTheWayThroughAFile(String id) {
        Definition said = definition(id);
        var scenario =
                new Scenario(
                        new ScenarioId(id),
                        3,
                        said,
                        said.publish() != null,
                        true,
                        null,
                        "anna",
                        Instant.EPOCH,
                        Instant.EPOCH);
        var yaml =
                new ScenarioYaml(
                        new ObjectMapper()
                                .registerModule(new JavaTimeModule())
                                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS));
        Submission again = READER.read(ScenarioYaml.read(yaml.write(ScenarioPayload.of(scenario))));
        assertThat(again.definition()).isEqualTo(said);
        assertThat(again.version()).contains(3);
    }

    @Test
    void applePickingPlateau() {
        var run = evaluated("apple-picking-plateau");
        List<Double> jumps = run.reals("jump");
        assertThat(jumps.get(0)).isCloseTo(0.279, within(5e-4));
        assertThat(jumps.get(1)).isCloseTo(0.336, within(5e-4));
        assertThat(jumps.get(2)).isCloseTo(0.511, within(5e-4));
        // What agents worked: from the release to the switch.
        assertThat(run.reals("switchTime").get(0) - 2).isCloseTo(0.42, within(5e-3));
        assertThat(run.reals("switchTime").get(1) - 5).isCloseTo(0.46, within(5e-3));
        assertThat(run.reals("switchTime").get(2) - 8).isCloseTo(0.57, within(5e-3));
        // At full reach nobody is called back until the story ends.
        assertThat(varied("apple-picking-plateau", 0).reals("switchTime").get(2))
                .isGreaterThanOrEqualTo(12);
    }

    /// Printed: three and ten years of progress in one with .561 and .166, in four months (ten and
    /// thirty times the pace) with .406 and .117; the standard error of 4,096 draws is .008 at
    /// most.
    @Test
    void fullClosure() throws Exception {
        Plan plan = plan("full-closure");
        var tally = new Tally(plan);
        tally.add(new Worker(plan).run(0, plan.blocks(), () -> false));
        List<String> events = new Evaluated(plan.model().evaluate(plan.base())).texts("event");
        assertThat(chance(plan, tally, events, "3× the recent pace over 12 months"))
                .isCloseTo(0.561, within(0.02));
        assertThat(chance(plan, tally, events, "10× the recent pace over 12 months"))
                .isCloseTo(0.166, within(0.02));
        assertThat(chance(plan, tally, events, "10× the recent pace over 4 months"))
                .isCloseTo(0.406, within(0.02));
        assertThat(chance(plan, tally, events, "30× the recent pace over 4 months"))
                .isCloseTo(0.117, within(0.02));
    }

    private static double chance(Plan plan, Tally tally, List<String> events, String event) {
        for (int i = 0; i < plan.series().size(); i++) {
            Series it = plan.series().get(i);
            if (it.output().name().equals("eventReached") && it.item() == events.indexOf(event)) {
                return tally.summaries().get(i).moments().mean();
            }
        }
        throw new AssertionError(event + " is none of " + events);
    }

    @Test
    void computeBottleneck() {
        var run = evaluated("compute-bottleneck");
        assertThat(run.real("inputLimit")).isCloseTo(5.66, within(5e-3));
        assertThat(reached(run, "10^1 × software")).isCloseTo(2.3, within(0.05));
        assertThat(reached(run, "10^2 × software")).isCloseTo(5.0, within(0.05));
        assertThat(reached(run, "10^4 × software")).isCloseTo(15.6, within(0.05));
        assertThat(varied("compute-bottleneck", 1).real("inputLimit")).isInfinite();
    }

    private static double reached(Evaluated run, String milestone) {
        return run.reals("milestoneTime").get(run.texts("milestone").indexOf(milestone));
    }

    @Test
    void sixtyBy2028() {
        var run = evaluated("sixty-by-2028");
        assertThat(run.reals("hazards").get(0)).isCloseTo(0.215, within(5e-4));
        assertThat(run.reals("hazards").get(1)).isCloseTo(0.558, within(5e-4));
        assertThat(run.reals("conditional").get(1)).isCloseTo(0.429, within(5e-4));
        assertThat(run.reals("stated").get(0)).isCloseTo(0.111, within(5e-4));
        assertThat(run.reals("statedWeibull").get(0)).isCloseTo(0.038, within(5e-4));
        assertThat(run.reals("now").get(1)).isCloseTo(0.213, within(5e-4));
        assertThat(run.reals("now").get(2)).isCloseTo(0.550, within(5e-4));
        assertThat(varied("sixty-by-2028", 0).real("neverNow")).isGreaterThan(0.2);
    }

    @Test
    void slowHereFastElsewhere() {
        var run = evaluated("slow-here-fast-elsewhere");
        assertThat(run.real("modelDoublings")).isCloseTo(4.1, within(0.05));
        assertThat(run.real("researcherUplift")).isCloseTo(1.89, within(5e-3));
        assertThat(run.real("labPace")).isCloseTo(1.68, within(5e-3));
        assertThat(run.real("overallPace")).isCloseTo(1.34, within(5e-3));
        assertThat(run.real("economyFactor")).isCloseTo(1.00, within(5e-3));
        assertThat(varied("slow-here-fast-elsewhere", 0).real("economyFactor"))
                .isCloseTo(1.05, within(5e-3));
    }

    @Test
    void codeIsNotTheLoop() {
        var run = evaluated("code-is-not-the-loop");
        assertThat(run.real("latencySpeedup")).isCloseTo(1.27, within(5e-3));
        assertThat(run.real("throughputSpeedup")).isCloseTo(1.94, within(5e-3));
        assertThat(run.text("bottleneckStage")).isEqualTo("experiment");
        assertThat(run.text("binding")).isEqualTo("human");
        var more = varied("code-is-not-the-loop", 0);
        assertThat(more.real("latencySpeedup")).isCloseTo(2.77, within(5e-3));
        assertThat(more.real("throughputSpeedup")).isCloseTo(1.94, within(5e-3));
    }

    @Test
    void steepCurves() {
        var run = evaluated("steep-curves");
        assertThat(run.reals("steepCount")).containsExactly(3.0, 7.0, 7.0);
        assertThat(run.reals("earlySteepCount")).containsExactly(3.0, 4.0, 1.0);
        assertThat(run.reals("pendingSinceYearBefore").get(1)).isCloseTo(0.21, within(5e-3));
        assertThat(run.reals("pendingSinceYearBefore").get(2)).isCloseTo(0.25, within(5e-3));
    }

    @Test
    void fiftyGenerations() {
        var run = evaluated("fifty-generations");
        assertThat(run.reals("survival").get(0)).isCloseTo(0.951, within(5e-4));
        assertThat(run.reals("survival").get(1)).isCloseTo(0.606, within(5e-4));
        assertThat(run.reals("aligned").get(0)).isCloseTo(0.984, within(5e-4));
        assertThat(run.reals("aligned").get(1)).isCloseTo(0.850, within(5e-4));
        assertThat(run.reals("uncertainSurvival").get(0)).isCloseTo(0.952, within(5e-4));
        assertThat(run.reals("uncertainSurvival").get(1)).isCloseTo(0.666, within(5e-4));
        // Eleven generations a year: after five years there are fifty-five.
        assertThat(varied("fifty-generations", 0).reals("survival").getLast())
                .isCloseTo(Math.pow(0.999, 55), within(1e-12));
    }

    /// Without a ledger it is the program's own: its median coder comes at the end of 2029.
    @Test
    void coderByHorizon() {
        var run = evaluated("coder-by-horizon");
        assertThat(run.real("calendarStart") + reached(run, "automated coder"))
                .isCloseTo(2029.8, within(0.3));
    }

    @Test
    void hundredHoursBy2026() {
        var run = evaluated("hundred-hours-by-2026");
        assertThat(run.reals("targetBy")).hasSize(1);
        double chance = run.reals("targetBy").getFirst();
        assertThat(chance)
                .isBetween(
                        run.reals("targetByLeast").getFirst(),
                        run.reals("targetByMost").getFirst());
        // A week comes sooner. Longer silence holds no crossing and makes the lines staler: later,
        // and
        // wider.
        assertThat(varied("hundred-hours-by-2026", 0).reals("targetBy").getFirst())
                .isGreaterThan(chance);
        assertThat(varied("hundred-hours-by-2026", 1).reals("targetBy").getFirst())
                .isNotCloseTo(chance, within(0.005));
        // Nothing is drawn: the chance is one number.
        assertThat(plan("hundred-hours-by-2026").inputs()).isEmpty();
    }

    /// One that comes with the house can be scored, by what is observed.
    @Test
    void oneIsResolvedByTheLedger() throws Exception {
        Publish publish = definition("hundred-hours-by-2026").publish();
        assertThat(publish.resolution().atLeast()).isEqualTo(6000);
        assertThat(kind(publish.resolution().indicator())).isNotIn(LiveCheck.MADE);
    }

    /// What publishes by itself has its indicators in the catalogue, of the right kinds, and nobody
    /// else publishes the same.
    @Test
    void whatIsPublishedIsAForecastOfWhatIsObserved() throws Exception {
        List<String> published = new ArrayList<>();
        for (String id : ids()) {
            Definition said = definition(id);
            if (said.publish() == null) {
                continue;
            }
            published.add(said.publish().indicator());
            assertThat(kind(said.publish().indicator())).isEqualTo(LiveCheck.PUBLISHED);
            for (Reference it : said.bindings().values()) {
                assertThat(kind(it.indicator())).isNotIn(LiveCheck.MADE);
            }
        }
        assertThat(published).hasSize(4).doesNotHaveDuplicates();
    }

    private static String kind(String indicator) throws Exception {
        try (InputStream in =
                BuiltInScenariosTest.class.getResourceAsStream(
                        "/catalogue/" + indicator + ".yaml")) {
            return ScenarioYaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .path("kind")
                    .asText();
        }
    }

    private static Definition definition(String id) {
        return READER.read(ScenarioYaml.read(BuiltInScenarios.file(id))).definition();
    }

    private static Plan plan(String id) {
        return REQUESTS.read(definition(id).run()).plan();
    }

    /// One run, with all that is drawn at its median.
    private static Evaluated evaluated(String id) {
        Plan plan = plan(id);
        return new Evaluated(plan.model().evaluate(plan.base()));
    }

    /// The same with the values of one of its variations.
    private static Evaluated varied(String id, int variation) {
        Definition said = definition(id);
        Plan plan =
                REQUESTS.read(
                                Overlay.parameters(
                                        said.run(), said.variations().get(variation).parameters()))
                        .plan();
        return new Evaluated(plan.model().evaluate(plan.base()));
    }
}
