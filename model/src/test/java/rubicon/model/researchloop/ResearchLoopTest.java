package rubicon.model.researchloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResearchLoopTest {
    private static final double NEAR = 1e-9;

    @Test
    void whatIsNotSpedUpBoundsTheWhole() {
        var almostAll = Amdahl.of(List.of(new Amdahl.Part(0.9, 1e12), new Amdahl.Part(0.1, 1)));
        assertThat(almostAll.speedup()).isCloseTo(almostAll.limit(), within(NEAR));
        assertThat(almostAll.limit()).isCloseTo(10, within(NEAR));
        assertThat(almostAll.limit()).isCloseTo(Amdahl.bound(0.9), within(NEAR));
        assertThat(Amdahl.of(List.of(new Amdahl.Part(2, 4))).limit()).isInfinite();
    }

    @Test
    void aLoopWithoutAutomationIsTheBaseline() {
        var outcome = loop(stage(0, 7, 0.4, 0.2, 0.2)).outcome();
        assertThat(outcome.latencySpeedup()).isCloseTo(1, within(NEAR));
        assertThat(outcome.throughputSpeedup()).isCloseTo(1, within(NEAR));
    }

    @Test
    void withAllWorkDoneAtOnceOnlyComputeIsLeft() {
        var outcome = loop(stage(1, 1e15, 0, 0, 0)).outcome();
        assertThat(outcome.cycleHours()).isCloseTo(30, within(NEAR));
        assertThat(outcome.throughput().binding()).isEqualTo(LabLoop.Binding.PARALLEL);
    }

    @Test
    void reworkNearOneIsRefused() {
        assertThatThrownBy(() -> stage(0.5, 5, 0.1, 0.95, 0.1)).hasMessageContaining("rework 0.95");
    }

    @Test
    void endlessAiIsHeldBackByWhatItCannotDo() {
        var links = new WeakLinks(0.5, 0.5);
        // Oracle: 3.960396 of the specification.
        assertThat(links.output(100, 1).output()).isCloseTo(3.9603960396, within(NEAR));
        assertThat(links.output(1e15, 1).speedup()).isCloseTo(4, within(1e-6));
        assertThat(links.limit()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 1.5})
    void outputHasNoStepWhereAiStopsBeingScarce(double sigma) {
        var links = new WeakLinks(0.4, sigma);
        double edge = 0.4 / 0.6 * 3;
        assertThat(links.output(edge * (1 + 1e-9), 3).output())
                .isCloseTo(links.output(edge * (1 - 1e-9), 3).output(), within(1e-6));
    }

    @Test
    void noSubstitutionIsAmdahlsLaw() {
        assertThat(new WeakLinks(0.8, 0).limit()).isCloseTo(Amdahl.bound(0.8), within(NEAR));
        assertThat(new WeakLinks(0.8, 0).output(1e9, 2).speedup()).isCloseTo(5, within(NEAR));
        assertThat(new WeakLinks(0.8, 1e-4).output(1e9, 2).speedup()).isCloseTo(5, within(1e-2));
    }

    @Test
    void theShareSpentOnAiFallsAsItGetsCheaper() {
        var links = new WeakLinks(0.5, 0.5);
        double before = 1;
        for (double cost = 1; cost > 1e-6; cost /= 3) {
            double share = links.buy(cost, 1, 1).aiSpendShare();
            assertThat(share).isLessThan(before);
            before = share;
        }
        assertThat(links.buy(1, 1, 5).output()).isCloseTo(5, within(NEAR));
    }

    /// Oracle: METR's trial, 19 % slower: the researcher's uplift is below 1.
    @Test
    void aSlowDownIsAnUpliftBelowOne() {
        var views = FourViews.of(2, 1, List.of(new Amdahl.Part(1, 1 / 1.19)), 1, 1, 1, List.of());
        assertThat(views.researcherUplift()).isCloseTo(0.84, within(0.001));
        assertThat(views.modelDoublings()).isEqualTo(1);
        assertThat(views.economyFactor()).isEqualTo(1);
    }

    private static LabLoop loop(LabLoop.Stage stage) {
        return new LabLoop(List.of(stage), 1, 2, 100, 1000);
    }

    private static LabLoop.Stage stage(
            double automated, double speed, double review, double rework, double baseRework) {
        return new LabLoop.Stage("only", 20, 30, automated, speed, review, rework, baseRework);
    }
}
