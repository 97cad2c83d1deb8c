package rubicon.model.scurve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rubicon.model.stats.Range;

class ImprovementTest {
    private static final long SEED = 20261121;

    @Test
    void withoutGainsOnlyTheBaselineIsLeft() {
        var none = new Improvement(List.of(new Curve(0, 3, 1, 1)), 0.7);
        assertThat(none.at(5, Phase.STEEP).output()).isEqualTo(0.7);
        assertThat(none.imminent(0, 9, Phase.STEEP).index()).isZero();
        assertThat(none.fixedPoints(100)).containsExactly(new Improvement.FixedPoint(0.7, true));
    }

    @Test
    void theSlopeIsGreatestAtTheMidpointOfACurve() {
        var curve = new Curve(1.2, 5, 0.4, 0.5);
        assertThat(curve.slope(0.4)).isCloseTo(1.2 * 5 * 0.5 / 4, within(1e-15));
        assertThat(curve.greatestSlope()).isEqualTo(curve.slope(0.4));
    }

    @Test
    void noSlopeIsAboveTheSumOfTheGreatest() {
        var random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            Improvement sum = made(random);
            double most = sum.curves().stream().mapToDouble(Curve::greatestSlope).sum();
            for (double intelligence = -5; intelligence <= 5; intelligence += 0.5) {
                assertThat(sum.at(intelligence, Phase.STEEP).slope())
                        .as("seed %d", SEED)
                        .isBetween(0.0, most * (1 + 1e-12));
            }
        }
    }

    @Test
    void countsDoNotDependOnTheUnitOfIntelligence() {
        var random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            Improvement sum = made(random);
            double at = random.nextDouble(-3, 3);
            var other =
                    new Improvement(
                            sum.curves().stream()
                                    .map(it ->
                                            new Curve(
                                                    it.gain(),
                                                    it.k() / 4,
                                                    4 * it.midpoint() + 8,
                                                    it.overlap()))
                                    .toList(),
                            sum.baseline());
            var one = sum.at(at, Phase.STEEP);
            var moved = other.at(4 * at + 8, Phase.STEEP);
            assertThat(moved.steep()).as("seed %d", SEED).isEqualTo(one.steep());
            assertThat(moved.count(Phase.SATURATED)).isEqualTo(one.count(Phase.SATURATED));
        }
    }

    @Test
    void aFixedPointIsStableWhereTheSlopeIsBelowOne() {
        var steep = new Improvement(List.of(new Curve(4, 4, 2, 1)), 0);
        List<Improvement.FixedPoint> points = steep.fixedPoints(1000);
        assertThat(points)
                .extracting(Improvement.FixedPoint::stable)
                .containsExactly(true, false, true);
        assertThat(points.get(1).intelligence()).isCloseTo(2, within(1e-12));
        for (Improvement.FixedPoint it : points) {
            var nearby = steep.iterate(0, it.intelligence() + 1e-4, 12).intelligence();
            double off = Math.abs(nearby.getLast() - it.intelligence());
            assertThat(off < 1e-4).isEqualTo(it.stable());
        }
    }

    @Test
    void onlyACurveSteeperThanOneIsSupercritical() {
        var curve = new Curve(1.5, 4, 2, 1);
        Range where = curve.supercritical().orElseThrow();
        assertThat(curve.slope(where.low())).isCloseTo(1, within(1e-12));
        assertThat(curve.slope(where.high())).isCloseTo(1, within(1e-12));
        assertThat(new Curve(1, 4, 2, 1).supercritical()).isEmpty();
    }

    @Test
    void theLargestStepIsTheFirstOfEquals() {
        var flat = new Improvement(List.of(), 1);
        assertThat(flat.iterate(2, 1, 3))
                .isEqualTo(new Improvement.Path(List.of(1.0, 3.0, 5.0, 7.0), 2, 1));
    }

    @Test
    void whatIsNoCurveIsRefused() {
        assertThatThrownBy(() -> new Curve(1, 0, 0, 1)).hasMessageContaining("steepness 0.0");
        assertThatThrownBy(() -> new Curve(1, 1, 0, 0)).hasMessageContaining("overlap 0.0");
        assertThatThrownBy(() -> Phase.of(0.5, 1)).hasMessageContaining("theta 1.0");
    }

    private static Improvement made(Random random) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            curves.add(
                    new Curve(
                            random.nextDouble(),
                            random.nextDouble(0.5, 12),
                            random.nextDouble(-3, 3),
                            random.nextDouble(0.1, 1)));
        }
        return new Improvement(curves, random.nextDouble());
    }
}
