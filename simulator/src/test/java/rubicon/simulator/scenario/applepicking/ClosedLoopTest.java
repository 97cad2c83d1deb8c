package rubicon.simulator.scenario.applepicking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedLoopTest {
    private static final Heights UNIFORM = new Heights.Uniform();

    /// Published: the four regimes of Cunningham's draft.
    @ParameterizedTest
    @CsvSource({
        "1.5, 0, 0, NO_ACTIVATION",
        "0.2, 0.12, 0.4, STUCK",
        "0.2, 0.35, 0.9, SOFT",
        "0.2, 0.32, 1.1, HARD",
        "0.2, 0.5, 1, LINEAR",
        "1, 5, 5, NO_ACTIVATION",
        "0.5, 0.5, 1, STUCK"
    })
    void regimes(double activation, double base, double gain, ClosedLoop.Regime regime) {
        assertThat(new ClosedLoop(UNIFORM, 0.6, activation, base, gain).regime()).isEqualTo(regime);
    }

    @Test
    void aSoftLoopApproachesItsFixedPoint() {
        var loop = new ClosedLoop(UNIFORM, 0.6, 0.2, 0.35, 0.9);
        assertThat(loop.fixedPoint())
                .hasValueSatisfying(it -> assertThat(it).isCloseTo(1.7, within(1e-12)));
        assertThat(loop.path(400).reach().getLast()).isCloseTo(1.7, within(1e-12));
    }

    @Test
    void aStuckLoopApproachesItsReachAndHasNoFixedPointBeyond() {
        var loop = new ClosedLoop(UNIFORM, 0.6, 0.2, 0.12, 0.4);
        assertThat(loop.fixedPoint()).isEmpty();
        assertThat(loop.path(200).reach().getLast())
                .isCloseTo(loop.asymptoticReach(), within(1e-12));
    }

    @Test
    void aLinearLoopGrowsByTheSameEachPeriod() {
        List<Double> reach = new ClosedLoop(UNIFORM, 0.6, 0.2, 0.5, 1).path(50).reach();
        assertThat(reach.getLast() - reach.get(49)).isCloseTo(0.3, within(1e-12));
    }

    /// Also beyond what a double holds there is no undefined number.
    @Test
    void aHardLoopDivergesWithoutLosingItsWay() {
        List<Double> reach =
                new ClosedLoop(new Heights.Power(2), 0.6, 0.2, 0.9, 3).path(60).reach();
        assertThat(reach).doesNotContain(Double.NaN).isSorted();
        assertThat(reach.getLast()).isInfinite();
    }

    @Test
    void activationFollowsThePeople() {
        assertThat(new ClosedLoop(UNIFORM, 0.6, 0.2, 0.1, 1).activationPeriod())
                .isCloseTo(Math.log(0.8) / Math.log(0.6), within(1e-15));
        assertThat(new ClosedLoop(UNIFORM, 0.6, 0, 0.1, 1).activationPeriod()).isZero();
        assertThat(new ClosedLoop(UNIFORM, 1, 0.2, 0.1, 1).activationPeriod()).isInfinite();
        assertThat(new ClosedLoop(UNIFORM, 0, 0.2, 0.1, 1).activationPeriod()).isZero();
    }

    @Test
    void whatIsPickedStaysBetweenNothingAndAllUntilTheReachIsWhole() {
        var path = new ClosedLoop(new Heights.Exponential(2), 0.8, 0.3, 0.2, 0.5).path(100);
        assertThat(path.picked()).allSatisfy(it -> assertThat(it).isBetween(0.0, 1.0));
        assertThat(path.reach()).hasSize(101).startsWith(0.0);
    }

    /// Oracle: a small push to the reach, one period later.
    @Test
    void theLocalGainIsTheSlopeOfTheMap() {
        var loop = new ClosedLoop(new Heights.Power(2), 0.6, 0.1, 0.2, 0.8);
        assertThat(loop.localGain(0.5)).isCloseTo(0.8 * 2 * 0.5, within(1e-15));
    }

    @Test
    void refusesSharesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClosedLoop(UNIFORM, 1.1, 0.2, 0.1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClosedLoop(UNIFORM, 0.5, 0.2, -0.1, 1));
    }
}
