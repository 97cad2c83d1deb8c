package rubicon.simulator.scenario.takeoff.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.stats.Quantiles;

class LogisticAutomationTest {

    @Test
    void startsFivefoldAYearAtItsInitialShare() {
        var automation = new LogisticAutomation(0.235, 0.9, 0.65, 2.85, 0.375);
        double little = 1e-4;
        List<LogisticAutomation.Point> points = automation.run(new double[] {0, little}).points();
        assertThat(points.getFirst().share()).isCloseTo(0.375, within(1e-12));
        assertThat(points.getFirst().logSoftware()).isZero();
        assertThat(points.getLast().logSoftware() / little).isCloseTo(Math.log(5), within(1e-3));
    }

    @Test
    void ideasThatGetInfinitelyHardStall() {
        var automation = new LogisticAutomation(0.235, 0.9, 1e5, 2.85, 0.375);
        LogisticAutomation.Run run = automation.run(new double[] {10});
        assertThat(run.points().getFirst().logSoftware()).isLessThan(1e-3);
        // Compute alone arrives much later.
        assertThat(run.yearOfFull()).isGreaterThan(2032);
    }

    @Test
    void harderIdeasNeverArriveEarlier() {
        double before = 0;
        for (double difficulty = 0; difficulty <= 2; difficulty += 0.25) {
            double year =
                    new LogisticAutomation(0.235, 0.9, difficulty, 2.85, 0.375)
                            .yearOfFullAutomation();
            assertThat(year).isGreaterThan(before);
            before = year;
        }
    }

    @Test
    void theYearDoesNotDependOnWhatElseIsAsked() {
        var automation = new LogisticAutomation(0.3, 0.85, 0.4, 2, 0.3);
        double[] years = {0.1, 0.25, 1, 1.5, 2, 2.75, 3.3, 3.4, 3.5, 9, 30};
        assertThat(automation.run(years).yearOfFull())
                .isCloseTo(automation.yearOfFullAutomation(), within(1e-8));
        assertThat(automation.run(years).points()).hasSize(years.length);
    }

    @Test
    void shareIsNinetyNineHundredthsInThatYear() {
        var automation = new LogisticAutomation(0.235, 0.9, 0.65, 2.85, 0.375);
        double year = automation.yearOfFullAutomation();
        assertThat(automation.run(new double[] {year - 2026}).points().getFirst().share())
                .isCloseTo(0.99, within(1e-9));
    }

    @Test
    void theCapKeepsEverythingFinite() {
        var automation = new LogisticAutomation(1, 1, 0, 0.1, 0.9);
        LogisticAutomation.Point last = automation.run(new double[] {3}).points().getFirst();
        assertThat(last.share()).isEqualTo(0.999999);
        assertThat(last.logSoftware()).isFinite();
    }

    @Test
    void whatNeverComesIsInfinite() {
        assertThat(new LogisticAutomation(0.2, 0.9, 1e5, 1e4, 0.3).yearOfFullAutomation())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    /// Oracle: quantiles that the source's notebook prints from 500 draws.
    @Test
    void quantilesAreThePublishedOnes() {
        double[] years = LogisticDraws.yearsOfFullAutomation(2, 1_000);
        double[] published = {2030.20, 2031.42, 2032.76, 2034.48, 2036.20};
        double[] ours = Quantiles.type7(years, new double[] {0.1, 0.25, 0.5, 0.75, 0.9});
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).isCloseTo(published[i], within(0.35));
        }
    }
}
