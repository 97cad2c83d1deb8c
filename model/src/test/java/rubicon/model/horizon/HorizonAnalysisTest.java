package rubicon.model.horizon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rubicon.model.trend.DatedValue;

class HorizonAnalysisTest {
    private static final List<HorizonRun> RUNS = Runs.random(11, 3, 12);

    @Test
    void orderOfTheRunsChangesNothing() {
        HorizonAnalysis one = HorizonAnalysis.of(RUNS, 64, 5);
        for (int seed = 0; seed < 5; seed++) {
            List<HorizonRun> shuffled = new ArrayList<>(RUNS);
            Collections.shuffle(shuffled, new Random(seed));
            HorizonAnalysis other = HorizonAnalysis.of(shuffled, 64, 5);
            assertThat(other.agents()).as("seed %d", seed).isEqualTo(one.agents());
            for (AgentHorizon agent : one.agents()) {
                assertThat(other.draws().orElseThrow().minutes(agent.agent(), 0.8))
                        .containsExactly(one.draws().orElseThrow().minutes(agent.agent(), 0.8));
            }
        }
    }

    @Test
    void binsHoldEveryRunOnceAtItsLength() {
        for (AgentHorizon agent : HorizonAnalysis.of(RUNS, 1, 5).agents()) {
            assertThat(agent.bins().stream().mapToInt(SuccessBin::runs).sum())
                    .isEqualTo(Runs.of(RUNS, agent.agent()).size())
                    .isEqualTo(agent.runs());
            assertThat(agent.bins().stream().mapToInt(SuccessBin::tasks).sum())
                    .isEqualTo(agent.tasks());
            assertThat(agent.bins())
                    .allSatisfy(bin -> {
                        assertThat(bin.minutes()).isBetween(bin.fromMinutes(), bin.toMinutes());
                        assertThat(bin.toMinutes()).isEqualTo(4 * bin.fromMinutes());
                    });
        }
    }

    /// Closed form: weights 1/2 and 1/4, 1/4 before they are made to sum to 1, so the score is
    /// (1/2·1 + 1/4·0 + 1/4·1)/1 and the length 2^((1/2·2 + 1/2·3)).
    @Test
    void aBinWeighsItsRunsAsTheFitDoes() {
        List<SuccessBin> bins =
                SuccessBin.of(
                        List.of(
                                new HorizonRun("a", "f", "t1", 4, 1),
                                new HorizonRun("a", "f", "t2", 8, 0),
                                new HorizonRun("a", "f", "t2", 8, 1)),
                        Weighting.INVERSE_SQRT);
        assertThat(bins).hasSize(1);
        assertThat(bins.getFirst().score()).isCloseTo(0.75, within(1e-12));
        assertThat(bins.getFirst().minutes()).isCloseTo(Math.pow(2, 2.5), within(1e-12));
        assertThat(bins.getFirst().fromMinutes()).isEqualTo(4);
        assertThat(bins.getFirst().runs()).isEqualTo(3);
        assertThat(bins.getFirst().tasks()).isEqualTo(2);
    }

    @Test
    void aTaskOfTwoFamiliesHindersTheBootstrapAloneAndIsNamed() {
        List<HorizonRun> runs = new ArrayList<>(RUNS);
        HorizonRun first = RUNS.getFirst();
        runs.add(new HorizonRun(first.agent(), "z", first.task(), first.minutes(), 1));
        HorizonAnalysis analysis = HorizonAnalysis.of(runs, 10, 5);
        assertThat(analysis.faults())
                .containsExactly(
                        "task %s stands in two families, %s and z"
                                .formatted(first.task(), first.family()));
        assertThat(analysis.draws()).isEmpty();
        assertThat(analysis.agents().getFirst().horizonMinutes(0.5)).isPresent();
    }

    @Test
    void theTrendRestsOnTheDatedAgentsOfItsWindow() {
        // many, so that each agent is seen to be better than the one before
        HorizonAnalysis analysis = HorizonAnalysis.of(Runs.random(11, 3, 100), 50, 5);
        Map<String, LocalDate> dates =
                Map.of(
                        "agent 0", LocalDate.of(2022, 1, 1),
                        "agent 1", LocalDate.of(2023, 6, 1),
                        "agent 2", LocalDate.of(2024, 6, 1));
        HorizonTrend all = analysis.trend(dates, 0.5, LocalDate.MIN).orElseThrow();
        assertThat(all.used())
                .extracting(DatedValue::name)
                .containsExactly("agent 0", "agent 1", "agent 2");
        HorizonDraws.Interval interval = analysis.doublingDays(all, 0.5).orElseThrow();
        assertThat(all.doublingDays()).isBetween(interval.low(), interval.high());
        assertThat(analysis.trend(dates, 0.5, LocalDate.of(2023, 1, 1)).orElseThrow().used())
                .hasSize(2);
        assertThat(analysis.trend(dates, 0.5, LocalDate.of(2024, 1, 1))).isEmpty();
        assertThat(analysis.trend(Map.of(), 0.5, LocalDate.MIN)).isEmpty();
    }

    @Test
    void aRisingCurveHasNoHorizon() {
        HorizonAnalysis analysis =
                HorizonAnalysis.of(
                        List.of(
                                new HorizonRun("a", "f", "t1", 4, 0),
                                new HorizonRun("a", "g", "t2", 400, 1)),
                        10,
                        5);
        assertThat(analysis.agents().getFirst().curve()).isPresent();
        assertThat(analysis.agents().getFirst().horizonMinutes(0.5)).isEmpty();
    }

    /// The least-squares line through two points, in closed form, with the horizon 0 as .001.
    @Test
    void anAgentThatNeverSucceededIsInTheTrendAtTheLeastHorizon() {
        List<HorizonRun> runs = new ArrayList<>(Runs.of(Runs.random(11, 3, 40), "agent 2"));
        Runs.of(Runs.random(11, 3, 40), "agent 0").stream()
                .map(it -> new HorizonRun("never", it.family(), it.task(), it.minutes(), 0))
                .forEach(runs::add);
        HorizonAnalysis analysis = HorizonAnalysis.of(runs, 50, 5);
        LocalDate early = LocalDate.of(2023, 1, 1);
        HorizonTrend trend =
                analysis.trend(
                                Map.of("never", early, "agent 2", early.plusDays(400)),
                                0.5,
                                LocalDate.MIN)
                        .orElseThrow();
        assertThat(trend.used()).extracting(DatedValue::name).containsExactly("never", "agent 2");
        double minutes = analysis.agents().getFirst().horizonMinutes(0.5).orElseThrow();
        assertThat(trend.doublingDays())
                .isCloseTo(400 * Math.log(2) / Math.log(minutes / 1e-3), within(1e-9));
        HorizonDraws.Interval interval = analysis.doublingDays(trend, 0.5).orElseThrow();
        assertThat(trend.doublingDays()).isBetween(interval.low(), interval.high());
        assertThat(interval.used()).isEqualTo(50);
    }

    /// Outcomes at four lengths give a curve whose p50 is above 960 minutes and whose p80 is below.
    @Test
    void atEveryRateAnAgentIsLeftOutByItsHorizonAtOneHalf() {
        List<HorizonRun> runs = new ArrayList<>(Runs.of(Runs.random(11, 3, 40), "agent 0"));
        int[] successes = {9, 8, 7, 6};
        for (int length = 0; length < successes.length; length++) {
            for (int run = 0; run < 10; run++) {
                runs.add(
                        new HorizonRun(
                                "long",
                                "f" + length,
                                "long task " + length,
                                10 * Math.pow(6, length),
                                run < successes[length] ? 1 : 0));
            }
        }
        HorizonAnalysis analysis = HorizonAnalysis.of(runs, 10, 5);
        AgentHorizon longest = analysis.agents().get(1);
        assertThat(longest.horizonMinutes(0.5).orElseThrow()).isGreaterThan(960);
        assertThat(longest.horizonMinutes(0.8).orElseThrow()).isBetween(1.0, 960.0);
        Map<String, LocalDate> dates =
                Map.of("agent 0", LocalDate.of(2023, 1, 1), "long", LocalDate.of(2025, 1, 1));
        assertThat(analysis.dated(dates, 0.8)).hasSize(2);
        assertThat(analysis.trend(dates, 0.8, LocalDate.MIN)).isEmpty();
    }
}
