package rubicon.model.researchloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.catalogue.CategoryId;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.Evaluator;
import rubicon.model.researchloop.Normalisation.Bounded;
import rubicon.model.researchloop.Normalisation.DeclaredLog;
import rubicon.model.researchloop.Normalisation.Undeclared;
import rubicon.model.scurve.Phase;

class ExplainedIndexTest {
    private static final double NEAR = 1e-12;
    private static final double SIGMA = AutomationIndex.SIGMA;

    @Test
    void whatNoIndicatorCountsForIsHalfTheMeanOfTheOthers() {
        var index =
                of(category("a", percent("x", 40)), category("b", percent("y", 60)), category("c"));
        var imputed = index.categories().get(2);
        assertThat(imputed.imputed()).isTrue();
        assertThat(imputed.position().score()).isCloseTo(0.25, within(NEAR));
        assertThat(imputed.position().logitSd()).isEqualTo(1.5);
        assertThat(index.weakest().category().value()).isEqualTo("c");
        // Harmonic mean of .4, .6, .25; the imputed part is (1/.25)/(1/.4 + 1/.6 + 1/.25).
        assertThat(index.index().value()).isCloseTo(3 / (2.5 + 1 / 0.6 + 4), within(NEAR));
        assertThat(index.rests().imputed()).isCloseTo(4 / (2.5 + 1 / 0.6 + 4), within(NEAR));
        assertThat(index.insufficient()).isTrue();
    }

    @Test
    void theBoundsPutWhatIsImputedAtBothEnds() {
        var index = of(category("a", percent("x", 40)), category("b"));
        assertThat(index.bounds().low()).isCloseTo(2 / (2.5 + 100), within(NEAR));
        assertThat(index.bounds().high()).isCloseTo(2 / (2.5 + 1 / 0.99), within(NEAR));
        assertThat(index.bounds().contains(index.index().value())).isTrue();
        var complete = of(category("a", percent("x", 40)));
        assertThat(complete.bounds().low()).isEqualTo(complete.bounds().high());
        assertThat(complete.insufficient()).isFalse();
    }

    @Test
    void anUnboundedIndicatorCountsOnlyWithADeclaredNormalisation() {
        var shown = evidence("x", 50, new Undeclared("no upper end"), false, Evaluator.THIRD_PARTY);
        var index = of(category("a", shown), category("b", percent("y", 60)));
        assertThat(index.categories().getFirst().imputed()).isTrue();
        assertThat(index.categories().getFirst().asides())
                .containsExactly(new ExplainedIndex.Aside(new IndicatorId("x"), "no upper end"));
        var declared =
                evidence(
                        "x",
                        10,
                        new DeclaredLog(1, 100, "expert in a day"),
                        false,
                        Evaluator.OTHER);
        var counted = of(category("a", declared)).categories().getFirst();
        assertThat(counted.imputed()).isFalse();
        assertThat(counted.position().score()).isCloseTo(0.5, within(NEAR));
        assertThatThrownBy(() -> new DeclaredLog(1, 100, " "))
                .hasMessage("a declared normalisation gives its reason");
    }

    @Test
    void freshAndIndependentEvidenceWeighsMore() {
        var index =
                of(
                        category(
                                "a",
                                evidence("x", 80, PERCENT, false, Evaluator.THIRD_PARTY),
                                evidence("y", 20, PERCENT, true, Evaluator.FIRST_PARTY)));
        var reading = index.categories().getFirst();
        assertThat(reading.contributions())
                .extracting(ExplainedIndex.Contribution::share)
                .containsExactly(1 / 1.5, 0.5 / 1.5);
        assertThat(reading.position().score()).isGreaterThan(0.5);
        assertThat(index.rests().stale()).isCloseTo(1.0 / 3, within(NEAR));
        assertThat(index.rests().firstParty()).isCloseTo(1.0 / 3, within(NEAR));
        assertThat(index.rests().weak()).isCloseTo(1.0 / 3, within(NEAR));
        assertThat(index.insufficient()).as("exactly a third is tolerated").isFalse();
    }

    /// Four alike of score s have the elasticities 1/s each, what is imputed 2/s: 2 of 6.
    @ParameterizedTest
    @ValueSource(doubles = {10, 17, 25, 30, 33, 40, 50, 55, 60, 70, 77, 85, 90})
    void exactlyAThirdImputedIsTolerated(double value) {
        var index =
                of(
                        category("a", percent("x", value)),
                        category("b", percent("y", value)),
                        category("c", percent("z", value)),
                        category("d", percent("w", value)),
                        category("e"));
        assertThat(index.rests().weak()).isCloseTo(1.0 / 3, within(NEAR));
        assertThat(index.insufficient()).isFalse();
        var more =
                of(
                        category("a", percent("x", value)),
                        category("b", percent("y", value)),
                        category("c", percent("z", value)),
                        category("d", percent("w", value + 0.01)),
                        category("e"));
        assertThat(more.rests().weak()).isNotCloseTo(1.0 / 3, within(NEAR));
    }

    @Test
    void theLeverageOfAnIndicatorIsWhatItsLogitMoves() {
        double step = 1e-6;
        var before =
                of(
                        category("a", percent("x", 50), percent("y", 70)),
                        category("b", percent("z", 30)));
        double moved = 100 / (1 + Math.exp(-step));
        var after =
                of(
                        category("a", percent("x", moved), percent("y", 70)),
                        category("b", percent("z", 30)));
        double leverage = before.categories().getFirst().contributions().getFirst().leverage();
        assertThat(Math.log(after.index().value() / before.index().value()) / step)
                .isCloseTo(leverage, within(1e-5));
    }

    @Test
    void agreementOfFewIndicatorsIsNoPrecision() {
        var index = of(category("a", percent("x", 50)));
        assertThat(index.categories().getFirst().position().logitSd()).isEqualTo(0.4);
        assertThat(index.interval().low()).isLessThan(index.index().value());
    }

    @Test
    void lowerIsBetterWhereTheCeilingIsTheLowerNumber() {
        assertThat(
                        evidence("x", 2, new Bounded(10, 0), false, Evaluator.OTHER)
                                .saturation()
                                .orElseThrow())
                .isEqualTo(0.8);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        List<CategoryEvidence> evidence = new ArrayList<>();
        var random = new Random(1);
        for (int c = 0; c < 10; c++) {
            List<IndicatorEvidence> indicators = new ArrayList<>();
            for (int i = 0; i < c % 4; i++) {
                indicators.add(percent("c" + c + "-i" + i, random.nextInt(100)));
            }
            evidence.add(new CategoryEvidence(new CategoryId("c" + c), 1, indicators));
        }
        var index = ExplainedIndex.of(evidence, SIGMA);
        Collections.shuffle(evidence, random);
        List<CategoryEvidence> shuffled =
                evidence.stream()
                        .map(it ->
                                new CategoryEvidence(
                                        it.category(), it.weight(), it.indicators().reversed()))
                        .toList();
        assertThat(ExplainedIndex.of(shuffled, SIGMA)).isEqualTo(index);
    }

    @Test
    void withoutAnyEvidenceThereIsNoIndex() {
        assertThat(ExplainedIndex.of(List.of(category("a")), SIGMA)).isEmpty();
        assertThatThrownBy(() -> of(category("a", percent("x", 1)), category("a")))
                .hasMessage("a category is named twice");
    }

    @Test
    void theSteepCountLeavesImputedCategoriesOut() {
        var index =
                of(category("a", percent("x", 50)), category("b", percent("y", 97)), category("c"));
        assertThat(index.steep().count()).isEqualTo(1);
        assertThat(index.steep().distribution()).hasSize(3);
        assertThat(index.steep().atLeast(0)).isCloseTo(1, within(NEAR));
    }

    /// Oracle: the count of independent events of chance ½ each is binomial.
    @Test
    void theSteepCountIsPoissonBinomial() {
        double edge = (1 + Math.sqrt(0.5)) / 2;
        var count = SteepCount.of(List.of(edge, edge), List.of(1e-6, 1e-6), Phase.STEEP);
        assertThat(count.distribution().get(0)).isCloseTo(0.25, within(1e-6));
        assertThat(count.distribution().get(1)).isCloseTo(0.5, within(1e-6));
        assertThat(count.interval(0.8).width()).isEqualTo(2);
        var sure = SteepCount.of(List.of(0.5, 0.01), List.of(0.0, 0.0), Phase.STEEP);
        assertThat(sure.interval(0.8).low()).isEqualTo(1);
        assertThat(sure.interval(0.8).high()).isEqualTo(1);
    }

    @Test
    void evidenceKeepsAllItSaysUntilItIsStaleAndThenLosesHalfAndHalf() {
        assertThat(IndicatorEvidence.freshness(90, 90)).isEqualTo(1);
        assertThat(IndicatorEvidence.freshness(180, 90)).isEqualTo(0.5);
        assertThat(IndicatorEvidence.freshness(1e9, 90)).isPositive();
    }

    private static final Normalisation PERCENT = new Bounded(0, 100);

    private static ExplainedIndex of(CategoryEvidence... evidence) {
        return ExplainedIndex.of(List.of(evidence), SIGMA).orElseThrow();
    }

    private static CategoryEvidence category(String id, IndicatorEvidence... indicators) {
        return new CategoryEvidence(new CategoryId(id), 1, List.of(indicators));
    }

    private static IndicatorEvidence percent(String id, double value) {
        return evidence(id, value, PERCENT, false, Evaluator.THIRD_PARTY);
    }

    private static IndicatorEvidence evidence(
            String id, double value, Normalisation scale, boolean stale, Evaluator evaluator) {
        return new IndicatorEvidence(new IndicatorId(id), value, scale, 1, 1, stale, evaluator);
    }
}
