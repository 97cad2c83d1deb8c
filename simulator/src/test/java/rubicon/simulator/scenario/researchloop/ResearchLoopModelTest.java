package rubicon.simulator.scenario.researchloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import rubicon.simulator.scenario.Evaluated;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Value;

class ResearchLoopModelTest {
    private static final Offset<Double> PRINTED = within(5e-3);

    private final ResearchLoopModel model = new ResearchLoopModel();

    /// The ready-made scenario: a cycle 1.27 × faster, 1.94 × as many passes, experiment becomes
    /// the wait and people still bind.
    @Test
    void codeIsNotTheLoop() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("latencySpeedup")).isCloseTo(1.27, PRINTED);
        assertThat(run.real("throughputSpeedup")).isCloseTo(1.94, PRINTED);
        assertThat(run.text("bottleneckStage")).isEqualTo("experiment");
        assertThat(run.text("binding")).isEqualTo("human");
        assertThat(run.reals("stageHours").stream().mapToDouble(it -> it).sum())
                .isCloseTo(run.real("cycleHours"), within(1e-9));
    }

    @Test
    void fourTimesTheComputeShortensTheWaitAlone() {
        var run = Evaluated.of(model, Map.of("computeMultiplier", new Value.Real(4)));
        assertThat(run.real("latencySpeedup")).isCloseTo(2.77, PRINTED);
        assertThat(run.real("throughputSpeedup")).isCloseTo(1.94, PRINTED);
    }

    @Test
    void withoutAutomationNothingIsFaster() {
        Value before =
                each(
                        Tables.STAGES,
                        row -> {
                            row.put("automated", new Value.Real(0));
                            row.put("rework", row.get("baseRework"));
                            return row;
                        });
        var run = Evaluated.of(model, Map.of("stages", before));
        assertThat(run.real("latencySpeedup")).isCloseTo(1, within(1e-12));
        assertThat(run.real("throughputSpeedup")).isCloseTo(1, within(1e-12));
        assertThat(run.real("reviewShare")).isZero();
    }

    /// Oracle: all is done by endlessly fast AI without review, so only machines take time.
    @Test
    void whatIsLeftAtLastIsCompute() {
        Value all =
                each(
                        Tables.STAGES,
                        row -> {
                            row.put("automated", new Value.Real(1));
                            row.put("aiSpeed", new Value.Real(1_000_000));
                            row.put("review", new Value.Real(0));
                            return row;
                        });
        var run = Evaluated.of(model, Map.of("stages", all, "parallel", new Value.Real(1_000)));
        assertThat(run.real("cycleHours")).isCloseTo(72 / 0.8 + 2 / 0.95, within(1e-3));
        assertThat(run.text("binding")).isEqualTo("compute");
        assertThat(run.reason("reviewShare")).isEqualTo("needs hours of people");
    }

    /// The ready-made scenario: 4.1 doublings, 1.89, 1.68, 1.34; economy 1.00.
    @Test
    void slowHereFastElsewhere() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("modelDoublings")).isCloseTo(4.1, within(0.05));
        assertThat(run.real("researcherUplift")).isCloseTo(1.89, PRINTED);
        assertThat(run.real("labPace")).isCloseTo(1.68, PRINTED);
        assertThat(run.real("overallPace")).isCloseTo(1.34, PRINTED);
        assertThat(run.real("economyFactor")).isEqualTo(1);
        double[] speeds = {1.5, 1.3};
        int[] next = {0};
        Value later =
                each(
                        Tables.SECTORS,
                        row -> {
                            row.put("speed", new Value.Real(speeds[next[0]++]));
                            return row;
                        });
        assertThat(Evaluated.of(model, Map.of("sectors", later)).real("economyFactor"))
                .isCloseTo(1.05, PRINTED);
    }

    @Test
    void weakLinksHoldTheWholeBack() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("weakLinkSpeedup")).isCloseTo(3.960396, within(1e-6));
        assertThat(run.real("weakLinkLimit")).isCloseTo(4, within(1e-12));
        assertThat(run.text("weakLinkRegime")).isEqualTo("ai-abundant");
        assertThat(run.reals("weakLinkCurve")).isSorted();
        assertThat(run.reals("weakLinkCurve").getLast()).isLessThan(4);
        assertThat(run.real("budgetSpeedup")).isCloseTo(2.3088616, within(1e-7));
        assertThat(run.real("aiSpendShare")).isCloseTo(0.2402531, within(1e-7));
    }

    @Test
    void sharesOfAutomationDifferByTheirWeighting() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("countShare")).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(run.real("timeShare")).isCloseTo(0.5571429, within(1e-7));
        assertThat(run.real("costShare")).isCloseTo(0.4, within(1e-12));
        assertThat(run.real("valueShare")).isCloseTo(0.275, within(1e-12));
        assertThat(run.real("boundFromCost")).isCloseTo(1 / 0.6, within(1e-12));
    }

    @Test
    void theIndexLiesBetweenTheWeakestAndTheMean() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("index")).isCloseTo(0.2278032, within(1e-7));
        assertThat(run.real("index")).isBetween(0.08, run.real("arithmeticMean"));
        assertThat(run.real("indexLow")).isCloseTo(0.1890409, within(1e-7));
        assertThat(run.text("weakestCategory")).isEqualTo("qualitative-research");
        assertThat(run.reals("elasticities").stream().mapToDouble(it -> it).sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void whatHasNoWeightHasNoAnswer() {
        UnaryOperator<Map<String, Value>> nothing =
                row -> {
                    row.replaceAll((_, cell) -> cell instanceof Value.Real ? zero(cell) : cell);
                    return row;
                };
        var run =
                Evaluated.of(
                        model,
                        Map.of(
                                "categories", each(Tables.CATEGORIES, nothing),
                                "work", each(Tables.WORK, nothing),
                                "stages",
                                        each(
                                                Tables.STAGES,
                                                row -> {
                                                    row.put("human", new Value.Real(0));
                                                    row.put("compute", new Value.Real(0));
                                                    return row;
                                                })));
        assertThat(run.reason("index")).isEqualTo("needs a category with a weight");
        assertThat(run.reason("timeShare")).startsWith("needs work");
        assertThat(run.reason("cycleHours")).isEqualTo("needs a stage that takes time");
    }

    private static Value zero(Value cell) {
        return cell instanceof Value.Real ? new Value.Real(0) : cell;
    }

    private static Value each(Parameter table, UnaryOperator<Map<String, Value>> change) {
        if (table.defaultValue() instanceof Value.Table(var rows)) {
            List<Map<String, Value>> changed =
                    rows.stream().map(row -> change.apply(new LinkedHashMap<>(row))).toList();
            return new Value.Table(changed);
        }
        throw new AssertionError(table.name() + " is no table");
    }
}
