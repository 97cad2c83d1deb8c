package rubicon.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.model.stats.Normal;
import rubicon.simulator.montecarlo.Input;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.montecarlo.SobolDesign;
import rubicon.simulator.montecarlo.SobolSums;
import rubicon.simulator.montecarlo.Tally;
import rubicon.simulator.montecarlo.Worker;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.simulation.Results.Bar;

/// A simulation of `s-curves` tells what each position does.
@NullUnmarked
class MarkSpreadTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void eachPositionIsDrawnAboutItsMark() throws JsonProcessingException {
        Plan plan = plan("");
        assertThat(names(plan))
                .hasSize(30 + 1 + 10)
                .contains("positions[1].end2024", "positions[10].end2026", "curves[10].midpoint")
                .contains("kappa");
        Input mark = input(plan, "positions[10].end2024");
        assertThat(mark.distribution()).isEqualTo(new Normal(0.08, 0.1));
        assertThat(mark.min()).isZero();
        assertThat(mark.max()).isEqualTo(1);
        // One κ/k along the axis is the whole drawn S: κ = 10, k = 1.7, m = .29, now = 1.
        Input midpoint = input(plan, "curves[1].midpoint");
        assertThat(midpoint.distribution()).isEqualTo(new Normal(0.29, 0.1 * (10 / 1.7)));
        assertThat(midpoint.min()).isCloseTo(1 - 5 / 1.7, within(1e-12));
        assertThat(midpoint.max()).isCloseTo(1 + 5 / 1.7, within(1e-12));
    }

    /// The marks themselves are what one run reads.
    @Test
    void theMarksStayWhatWasGiven() throws JsonProcessingException {
        Plan plan = plan("");
        assertThat(plan.base().values().get("positions"))
                .isEqualTo(plan.model().description().parameters().getFirst().defaultValue());
        assertThat(plan.model().evaluate(plan.base()).get("lastSteepCount"))
                .isEqualTo(new Value.Real(7));
    }

    @Test
    void noneIsDrawnWithoutASpread() throws JsonProcessingException {
        assertThat(names(plan("\"markSpread\": 0"))).containsExactly("kappa");
    }

    /// What a call draws by itself is not drawn in another way.
    @Test
    void whoGivesADistributionHasThat() throws JsonProcessingException {
        Plan plan =
                plan(
                        "\"markSpread\": 0.2, \"positions\": [{\"category\": \"one\", \"gain\": 1,"
                                + " \"overlap\": 1, \"end2024\": 0.2, \"end2025\": 0.4, \"end2026\":"
                                + " {\"distribution\": \"uniform\", \"low\": 0.4, \"high\": 0.6}}]");
        assertThat(names(plan)).filteredOn(it -> it.startsWith("positions")).hasSize(3);
        assertThat(input(plan, "positions[1].end2025").distribution())
                .isEqualTo(new Normal(0.4, 0.2));
        Input own = input(plan, "positions[1].end2026");
        assertThat(own.distribution().quantile(0)).isEqualTo(0.4);
        assertThat(own.distribution().quantile(1)).isEqualTo(0.6);
    }

    /// What a category has gained rises with its mark, and what the present generation finds falls
    /// where its curve lies farther off.
    @Test
    void sensitivitiesNameEachPosition() throws JsonProcessingException {
        Plan plan = plan("");
        var tally = new Tally(plan);
        tally.add(new Worker(plan).run(0, plan.blocks(), () -> false));
        double[][] correlations = tally.rankCorrelations();
        List<String> scalars =
                plan.series().stream()
                        .filter(Series::isScalar)
                        .map(it -> it.output().name())
                        .toList();
        int gain = scalars.indexOf("lastAggregateGain");
        int output = scalars.indexOf("output");
        List<Bar> bars = SensitivityRun.tornado(plan);
        for (int i = 0; i < plan.inputs().size(); i++) {
            String name = names(plan).get(i);
            if (name.endsWith("end2026")) {
                assertThat(correlations[i][gain]).as(name).isGreaterThan(0.1);
                assertThat(bars)
                        .filteredOn(it -> it.input().equals(name))
                        .filteredOn(it -> it.output().equals("lastAggregateGain"))
                        .allMatch(it -> (double) it.atLow() < (double) it.atHigh());
            } else if (name.endsWith("midpoint")) {
                assertThat(correlations[i][output]).as(name).isLessThan(-0.1);
            }
        }
        int pairs = 1024;
        List<SobolSums> design = List.of(new SobolDesign(plan, pairs).run(0, () -> false));
        assertThat(SensitivityRun.sobol(plan, pairs, design))
                .filteredOn(it -> it.output().equals("lastAggregateGain"))
                .filteredOn(it -> it.input().endsWith("end2026"))
                .hasSize(10)
                .allMatch(it -> it.total() != null && it.total() > 0.01);
    }

    private static Input input(Plan plan, String name) {
        return plan.inputs().stream()
                .filter(it -> it.slot().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Plan plan) {
        return plan.inputs().stream().map(it -> it.slot().toString()).toList();
    }

    private static Plan plan(String parameters) throws JsonProcessingException {
        return RequestReaders.byDefault()
                .read(
                        JSON.readTree(
                                "{\"model\": \"s-curves\", \"samples\": 8192, \"parameters\": {%s}}"
                                        .formatted(parameters)))
                .plan();
    }
}
