package rubicon.model.capabilityindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rubicon.model.stats.Logistic;
import rubicon.model.stats.Range;

class CapabilityIndexTest {
    private static final long SEED = 20261121;

    @Test
    void aModelScoresOneHalfWhereItIsAsAbleAsTheBenchmarkIsHard() {
        assertThat(CapabilityIndex.score(1.7, 1.7, 3)).isEqualTo(0.5);
    }

    @Test
    void scoresRiseWithCapabilityAndStayWithinTheirRange() {
        double before = 0;
        for (double capability = -10; capability <= 10; capability += 0.25) {
            double score = CapabilityIndex.score(capability, 0.3, 1.4);
            assertThat(score).isGreaterThan(before).isLessThan(1);
            before = score;
        }
        assertThat(CapabilityIndex.score(10, -10, 1000)).isEqualTo(1);
    }

    /// Oracle: closed form, the difference of the logits.
    @Test
    void withoutRidgeTwoModelsLieAsFarApartAsTheirLogits() {
        var table =
                new ScoreTable(
                        List.of("one", "other"),
                        List.of("bench"),
                        List.of(new Score(0, 0, 0.3), new Score(1, 0, 0.8)));
        CapabilityFit fit = CapabilityIndex.fit(table, "bench", 0);
        List<Double> capability = fit.placement().capability();
        assertThat(capability.get(1) - capability.get(0))
                .isCloseTo(Logistic.logit(0.8) - Logistic.logit(0.3), within(1e-6));
        assertThat(fit.cost()).isCloseTo(0, within(1e-15));
    }

    @Test
    void aShiftOfAllLeavesTheFitAndChangesThePenalty() {
        ScoreTable table = made(8, 5, SEED);
        Placement placement = CapabilityIndex.fit(table, "b0", 0.1).placement();
        var shifted =
                new Placement(
                        placement.capability().stream().map(c -> c + 1).toList(),
                        placement.difficulty().stream().map(d -> d + 1).toList(),
                        placement.slope());
        Cost one = CapabilityIndex.cost(table, placement, 0, 0.1);
        Cost other = CapabilityIndex.cost(table, shifted, 0, 0.1);
        assertThat(other.sse()).isCloseTo(one.sse(), within(1e-12));
        assertThat(other.penalty()).isNotCloseTo(one.penalty(), within(1e-6));
    }

    @Test
    void nothingIsLeftToGainAtTheOptimum() {
        for (long seed = SEED; seed < SEED + 10; seed++) {
            ScoreTable table = made(12, 7, seed);
            for (double ridge : new double[] {0.1, 0.001}) {
                CapabilityFit fit = CapabilityIndex.fit(table, "b3", ridge);
                assertThat(fit.gradient()).as("seed %d", seed).isLessThan(1e-9);
                assertThat(fit.placement().difficulty().get(3)).isZero();
                assertThat(fit.placement().slope().get(3)).isEqualTo(1);
            }
        }
    }

    @Test
    void noRandomMoveFromTheOptimumCostsLess() {
        ScoreTable table = made(9, 5, SEED);
        double ridge = 0.001;
        CapabilityFit fit = CapabilityIndex.fit(table, "b0", ridge);
        // The shift is undone by looking for the height at which the cost is the fit's.
        Placement best = unshifted(table, fit, ridge);
        var random = new Random(SEED);
        for (int move = 0; move < 200; move++) {
            var moved =
                    new Placement(
                            best.capability().stream()
                                    .map(c -> c + 0.01 * random.nextGaussian())
                                    .toList(),
                            best.difficulty().stream()
                                    .map(d -> d + 0.01 * random.nextGaussian())
                                    .toList(),
                            best.slope());
            assertThat(CapabilityIndex.cost(table, moved, 0, ridge).total())
                    .as("seed %d, move %d", SEED, move)
                    .isGreaterThan(fit.cost());
        }
    }

    @Test
    void theOrderOfScoresDoesNotMatter() {
        ScoreTable table = made(10, 6, SEED);
        Placement placed = CapabilityIndex.fit(table, "b0", 0.1).placement();
        List<Score> shuffled = new ArrayList<>(table.scores());
        Collections.shuffle(shuffled, new Random(SEED));
        Placement again =
                CapabilityIndex.fit(
                                new ScoreTable(table.models(), table.benchmarks(), shuffled),
                                "b0",
                                0.1)
                        .placement();
        for (int m = 0; m < placed.capability().size(); m++) {
            assertThat(again.capability().get(m))
                    .isCloseTo(placed.capability().get(m), within(1e-8));
        }
    }

    @Test
    void aBenchmarkThatContradictsAllOthersStandsAtTheLeastSlope() {
        List<Score> scores = new ArrayList<>();
        for (int m = 0; m < 8; m++) {
            double able = m - 3.5;
            for (int b = 0; b < 3; b++) {
                scores.add(new Score(m, b, CapabilityIndex.score(able, b - 1.0, 1)));
            }
            scores.add(new Score(m, 3, CapabilityIndex.score(-able, 0, 1)));
        }
        var table = new ScoreTable(names("m", 8), names("b", 4), scores);
        CapabilityFit fit = CapabilityIndex.fit(table, "b0", 0.001);
        assertThat(fit.atBound()).containsExactly(3);
        assertThat(fit.placement().slope().get(3)).isEqualTo(0.1);
    }

    @Test
    void partsThatShareNothingAreRefused() {
        var table =
                new ScoreTable(
                        List.of("a", "b"),
                        List.of("x", "y"),
                        List.of(new Score(0, 0, 0.5), new Score(1, 1, 0.5)));
        assertThat(table.parts()).isEqualTo(2);
        assertThatThrownBy(() -> CapabilityIndex.fit(table, "x", 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the table falls into 2 parts that no score connects");
    }

    @Test
    void anAnchorThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> CapabilityIndex.fit(made(5, 3, SEED), "b9", 0.1))
                .hasMessage("no benchmark is called b9");
    }

    @Test
    void theAnchorsKeepTheirNumbers() {
        CapabilityFit fit = CapabilityIndex.fit(made(10, 6, SEED), "b0", 0.1);
        int low =
                fit.placement().capability().indexOf(Collections.min(fit.placement().capability()));
        int high =
                fit.placement().capability().indexOf(Collections.max(fit.placement().capability()));
        AnchoredScale scale = fit.scale(low, high);
        assertThat(scale.of(fit.placement().capability().get(low))).isCloseTo(130, within(1e-9));
        assertThat(scale.of(fit.placement().capability().get(high))).isCloseTo(150, within(1e-9));
        assertThatThrownBy(() -> fit.scale(high, low)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void intervalsOfOneSeedAreTheSameAndHoldTheAnchorsStill() {
        ScoreTable table = made(12, 8, SEED);
        List<Range> ranges = CapabilityIndex.intervals(table, "b0", 0.1, "m0", "m11", 40, 7, 0.9);
        assertThat(CapabilityIndex.intervals(table, "b0", 0.1, "m0", "m11", 40, 7, 0.9))
                .isEqualTo(ranges);
        assertThat(ranges.getFirst().low()).isCloseTo(130, within(1e-9));
        assertThat(ranges.getLast().high()).isCloseTo(150, within(1e-9));
        assertThat(ranges.get(5).width()).isBetween(0.01, 40.0);
    }

    private static Placement unshifted(ScoreTable table, CapabilityFit fit, double ridge) {
        Placement it = fit.placement();
        double mean =
                (it.capability().stream().mapToDouble(c -> c).sum()
                                + it.difficulty().stream().mapToDouble(d -> d).sum())
                        / (it.capability().size() + it.difficulty().size());
        var back =
                new Placement(
                        it.capability().stream().map(c -> c - mean).toList(),
                        it.difficulty().stream().map(d -> d - mean).toList(),
                        it.slope());
        // The penalty alone sets the height, so its mean is 0.
        assertThat(CapabilityIndex.cost(table, back, 0, ridge).total())
                .isCloseTo(fit.cost(), within(1e-10));
        return back;
    }

    private static ScoreTable made(int models, int benchmarks, long seed) {
        var random = new Random(seed);
        List<Score> scores = new ArrayList<>();
        for (int m = 0; m < models; m++) {
            for (int b = 0; b < benchmarks; b++) {
                if (b == m % benchmarks || random.nextDouble() < 0.7 || b == 0) {
                    double score =
                            CapabilityIndex.score(4.0 * m / models - 2, 0.6 * b - 1, 0.7 + 0.2 * b)
                                    + 0.04 * random.nextGaussian();
                    scores.add(new Score(m, b, Math.clamp(score, 0, 1)));
                }
            }
        }
        return new ScoreTable(names("m", models), names("b", benchmarks), scores);
    }

    private static List<String> names(String prefix, int n) {
        return IntStream.range(0, n).mapToObj(i -> prefix + i).toList();
    }
}
