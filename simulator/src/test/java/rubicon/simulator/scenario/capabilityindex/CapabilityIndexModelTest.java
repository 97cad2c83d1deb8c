package rubicon.simulator.scenario.capabilityindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Evaluated;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Value;

class CapabilityIndexModelTest {
    private static final double UNIT = 20 / (2.6453 - 1.8058);

    private final CapabilityIndexModel model = new CapabilityIndexModel();

    /// Epoch's own numbers: .559 a year and R² .907 over the twelve models ahead, which are 13.3
    /// points a year where Claude 3.5 Sonnet is 130 and GPT-5 150.
    @Test
    void byDefaultItIsEpochsFrontier() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("pointsPerUnit")).isCloseTo(UNIT, within(1e-12));
        assertThat(run.texts("frontier")).hasSize(12);
        assertThat(run.real("pointsPerYear")).isCloseTo(0.5588 * UNIT, within(0.01));
        assertThat(run.real("pointsPerYear"))
                .isBetween(run.real("pointsPerYearLow"), run.real("pointsPerYearHigh"));
        assertThat(run.real("r2")).isCloseTo(0.9068, within(5e-4));
        assertThat(run.reals("index").get(5)).isCloseTo(130, within(1e-9));
        assertThat(run.reals("index").get(10)).isCloseTo(150, within(1e-9));
        assertThat(run.real("pointsPerYearAfter")).isGreaterThan(run.real("pointsPerYearBefore"));
    }

    /// At equal places half is scored; a step of 1/α more scores e/(1 + e).
    @Test
    void halfIsScoredAtOnesOwnDifficulty() {
        var run =
                Evaluated.of(
                        model,
                        Map.of(
                                "benchmarks",
                                new Value.Table(
                                        List.of(
                                                test("same", 2.6592, 3),
                                                test("below", 2.6592 - 0.5, 2))),
                                "newScores",
                                new Value.Table(List.of(scored("same", 0.5)))));
        assertThat(run.reals("bestScore").get(0)).isCloseTo(0.5, within(1e-12));
        assertThat(run.reals("bestScore").get(1)).isCloseTo(Math.E / (1 + Math.E), within(1e-12));
        assertThat(run.real("newCapability")).isCloseTo(2.6592, within(1e-7));
        assertThat(run.reals("difficultyIndex").get(0))
                .isCloseTo(run.reals("index").get(11), within(1e-9));
    }

    /// Scores that a place predicts lead back to it, with each of them or without.
    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.7, 2.9, 4.4})
    void exactScoresLeadBack(double capability) {
        var scores =
                List.of(
                        scored("Winogrande", sigma(capability)),
                        scored("GPQA diamond", sigma(2.123 * (capability - 1.7718))),
                        scored("Terminal Bench", sigma(1.0655 * (capability - 2.9229))));
        var run = Evaluated.of(model, Map.of("newScores", new Value.Table(scores)));
        assertThat(run.real("newCapability")).isCloseTo(capability, within(1e-6));
        assertThat(run.real("newMisfit")).isCloseTo(0, within(1e-7));
        assertThat(run.real("newIndexHigh") - run.real("newIndexLow")).isCloseTo(0, within(1e-3));
    }

    /// Only differences count: the same added to all places leaves every index.
    @Test
    void theZeroOfTheScaleDoesNotMatter() {
        var run = Evaluated.of(model, Map.of());
        var moved =
                Evaluated.of(
                        model,
                        Map.of(
                                "models", shifted(IndexTables.MODELS, "capability"),
                                "benchmarks", shifted(IndexTables.BENCHMARKS, "difficulty")));
        for (String name : List.of("index", "difficultyIndex", "bestScore", "indexCurve")) {
            for (int i = 0; i < run.reals(name).size(); i++) {
                assertThat(moved.reals(name).get(i))
                        .as(name)
                        .isCloseTo(run.reals(name).get(i), within(1e-9));
            }
        }
        assertThat(moved.real("newIndex")).isCloseTo(run.real("newIndex"), within(1e-4));
        assertThat(moved.real("targetDate")).isCloseTo(run.real("targetDate"), within(1e-9));
    }

    @Test
    void theLineIsStraightAndThenAtItsPace() {
        var once = Evaluated.of(model, Map.of());
        var twice = Evaluated.of(model, Map.of("pace", new Value.Real(2)));
        double turn = Dates.year((double) LocalDate.of(2025, 10, 7).toEpochDay());
        assertThat(twice.real("targetDate") - turn)
                .isCloseTo((once.real("targetDate") - turn) / 2, within(2e-3));
        // From 160 to 170 by a straight line: ten points at its slope.
        assertThat(once.reals("targetYear").get(2) - once.reals("targetYear").get(1))
                .isCloseTo(10 / once.real("pointsPerYear"), within(2e-3));
        assertThat(once.reals("indexCurve").getFirst())
                .isEqualTo(twice.reals("indexCurve").getFirst());
    }

    @Test
    void whatAModelHasHasItsDay() {
        var run = Evaluated.of(model, Map.of("target", new Value.Real(145)));
        assertThat(run.real("targetDate"))
                .isCloseTo(
                        Dates.year((double) LocalDate.of(2025, 4, 16).toEpochDay()), within(1e-9));
    }

    /// A benchmark is passed when the line has the index at which it is.
    @Test
    void benchmarksArePassedInTheOrderOfTheirPlaces() {
        double place = 3.0677 + Math.log(9) / 1.6396;
        double index = 150 + (place - 2.6453) * UNIT;
        var run = Evaluated.of(model, Map.of("target", new Value.Real(index)));
        assertThat(run.reals("scoreYear").get(13)).isCloseTo(run.real("targetDate"), within(1e-9));
        var half = Evaluated.of(model, Map.of("scoreTarget", new Value.Real(0.5)));
        assertThat(half.reals("scoreYear").get(13)).isLessThan(run.reals("scoreYear").get(13));
    }

    /// A model on the line is not ahead; ten points above it are ten points' time.
    @Test
    void aheadIsMeasuredInTheLinesTime() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("newAheadMonths"))
                .isCloseTo(12 * run.real("newAhead") / run.real("pointsPerYear"), within(1e-9));
        assertThat(run.real("newIndex"))
                .isBetween(run.real("newIndexLow"), run.real("newIndexHigh"));
    }

    /// All tasks or none: it may lie anywhere beyond. Without its one other score it is put at the
    /// end of what is looked at, 10.
    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void perfectScoresAreNoPlace(double score) {
        var run =
                Evaluated.of(
                        model,
                        Map.of(
                                "newScores",
                                new Value.Table(
                                        List.of(
                                                scored("Winogrande", score),
                                                scored("GPQA diamond", score)))));
        for (String name : List.of("newIndex", "newIndexHigh", "newFitted", "newAhead")) {
            assertThat(run.reason(name)).isEqualTo("needs scores that are not all 0, nor all 1");
        }
        assertThat(run.real("targetDate")).isFinite();
        var other =
                Evaluated.of(
                        model,
                        Map.of(
                                "newScores",
                                new Value.Table(
                                        List.of(
                                                scored("Winogrande", score),
                                                scored("GPQA diamond", 0.5)))));
        assertThat(other.real(score > 0 ? "newIndexHigh" : "newIndexLow"))
                .isCloseTo(150 + ((score > 0 ? 10 : -10) - 2.6453) * UNIT, within(1e-9));
    }

    @Test
    void whatHasNoPlaceSaysWhy() {
        assertThat(
                        Evaluated.of(model, Map.of("lowAnchor", new Value.Text("nobody")))
                                .reason("index"))
                .startsWith("needs both anchors");
        var unknown =
                Evaluated.of(
                        model,
                        Map.of("newScores", new Value.Table(List.of(scored("no such", 0.5)))));
        assertThat(unknown.reason("newIndex"))
                .isEqualTo("needs scores on benchmarks of the table alone");
        assertThat(unknown.reason("newAhead")).isEqualTo(unknown.reason("newIndex"));
        assertThat(unknown.real("pointsPerYear")).isPositive();
        Value late = new Value.Day(LocalDate.of(2025, 9, 1));
        assertThat(Evaluated.of(model, Map.of("from", late)).reason("targetDate"))
                .startsWith("needs a frontier");
    }

    private static Map<String, Value> test(String name, double difficulty, double slope) {
        return Map.of(
                "name", new Value.Text(name),
                "difficulty", new Value.Real(difficulty),
                "slope", new Value.Real(slope));
    }

    private static Map<String, Value> scored(String benchmark, double score) {
        return Map.of("benchmark", new Value.Text(benchmark), "score", new Value.Real(score));
    }

    private static Value shifted(Parameter table, String column) {
        if (table.defaultValue() instanceof Value.Table(var rows)) {
            return new Value.Table(
                    rows.stream()
                            .<Map<String, Value>>map(row -> {
                                Map<String, Value> moved = new LinkedHashMap<>(row);
                                moved.computeIfPresent(
                                        column,
                                        (_, it) ->
                                                it instanceof Value.Real(double place)
                                                        ? new Value.Real(place - 1.25)
                                                        : it);
                                return moved;
                            })
                            .toList());
        }
        throw new AssertionError(table.name() + " is no table");
    }

    private static double sigma(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
