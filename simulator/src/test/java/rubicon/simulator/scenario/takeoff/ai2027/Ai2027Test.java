package rubicon.simulator.scenario.takeoff.ai2027;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import rubicon.model.stats.Quantiles;

class Ai2027Test {
    private static final double[] THREE = {0.1, 0.5, 0.9};

    @Test
    void daysTendToTheClosedForm() {
        for (double gap : new double[] {1, 10, 300}) {
            var phase = new Phase(gap, 5, 25);
            assertThat(phase.days() / 365.0).isBetween(phase.years(), phase.years() + 2.5 / 365);
        }
    }

    @Test
    void aSteadySpeedIsTheLimitOfARisingOne() {
        assertThat(new Phase(10, 5, 5).years()).isEqualTo(2);
        assertThat(new Phase(10, 5, 5 * (1 + 1e-9)).years()).isCloseTo(2, within(1e-8));
    }

    @Test
    void doubleTheSpeedHalvesTheTime() {
        assertThat(new Phase(10, 10, 50).years())
                .isCloseTo(new Phase(10, 5, 25).years() / 2, within(1e-12));
    }

    @Test
    void noGapTakesNoTime() {
        assertThat(new Phase(0, 5, 25).years()).isZero();
        assertThat(new Phase(0, 5, 25).days()).isZero();
        assertThat(Gaps.of(0, 0, 1).years()).containsExactly(0, 0, 0);
    }

    @Test
    void whatTakesForeverIsNotCountedInDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Phase(Double.POSITIVE_INFINITY, 5, 25).days())
                .withMessageContaining("gapYears");
        assertThat(new Phase(Double.POSITIVE_INFINITY, 5, 25).years())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    /// Oracle: the figure of the takeoff forecast, from 5,000 draws.
    @Test
    void takeoffPhasesAreThePublishedOnes() {
        double[][] years = TakeoffDraws.years(1, 20_000);
        double[] toSar = Quantiles.type7(years[0], THREE);
        double[] toSiar = Quantiles.type7(years[1], THREE);
        double[] toAsi = Quantiles.type7(years[2], THREE);
        assertThat(toSar[0]).isZero();
        assertThat(toSar[1]).isCloseTo(0.33, withinPercentage(10));
        assertThat(toSar[2]).isCloseTo(0.95, withinPercentage(15));
        assertThat(toSiar[0]).isCloseTo(0.04, within(0.01));
        assertThat(toSiar[1]).isCloseTo(0.30, withinPercentage(10));
        assertThat(toSiar[2]).isCloseTo(5.96, withinPercentage(15));
        assertThat(toAsi[1]).isCloseTo(0.16, withinPercentage(20));
        assertThat(toAsi[2]).isGreaterThan(100);
    }

    /// Oracle: the figure of the timelines forecast of April 2025: Nov 2025, Oct 2027, Jul 2039.
    @Test
    void arrivalOfTheCoderIsThePublishedOne() {
        double[] arrivals = Quantiles.type7(TimelineDraws.of(1, 4_000).arrivals(), THREE);
        assertThat(arrivals[0]).isCloseTo(2025.85, within(0.15));
        assertThat(arrivals[1]).isCloseTo(2027.8, within(0.2));
        assertThat(arrivals[2]).isCloseTo(2039.5, within(0.9));
    }

    @Test
    void beforeTheSlowdownStepsTendToTheClosedForm() {
        var timeline = new Timeline(30, 0.1, 6, 2025);
        assertThat(timeline.arrival().year())
                .isCloseTo(2025 + timeline.monthsWithoutSlowdown() / 12, within(2 / 366.0));
        assertThat(new Timeline(30, 0.5, 0.5, 2025).monthsWithoutSlowdown())
                .isCloseTo(2 * 30 / 2.5, within(1e-12));
    }

    @Test
    void whatDoesNotArriveEndsAtTheHorizon() {
        Timeline.Arrival never = new Timeline(1e6, 0.1, 1, 2025).arrival();
        assertThat(never.arrived()).isFalse();
        assertThat(never.year()).isCloseTo(2050, within(1 / 366.0));
        assertThat(new Timeline(-1, 0.1, 1, 2025).arrival().steps()).isZero();
    }

    @Test
    void moreHelpNeverDelays() {
        double before = Double.POSITIVE_INFINITY;
        for (double b = 0; b < 40; b += 4) {
            double year = new Timeline(80, 0.1, b, 2025).arrival().year();
            assertThat(year).isLessThanOrEqualTo(before);
            before = year;
        }
    }
}
