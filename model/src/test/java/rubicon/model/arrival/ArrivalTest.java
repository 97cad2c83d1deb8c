package rubicon.model.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rubicon.model.arrival.EvidenceUpdate.FromFamily;
import rubicon.model.arrival.EvidenceUpdate.Piece;

class ArrivalTest {
    private static final double NEAR = 1e-12;
    private static final LocalDate STATED = LocalDate.of(2026, 5, 4);
    private static final Anchor NEXT = new Anchor(LocalDate.of(2027, 12, 31), 0.3);
    private static final Anchor LATER = new Anchor(LocalDate.of(2028, 12, 31), 0.6);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /// Oracle: Import AI 455 of 2026-05-04, with the hazards that its two probabilities imply.
    @Test
    void clarksTwoProbabilitiesMakeARisingHazard() {
        var hazard = PiecewiseHazard.through(STATED, List.of(NEXT, LATER));
        assertThat(hazard.perYear().get(0)).isCloseTo(0.2149761, within(1e-7));
        assertThat(hazard.perYear().get(1)).isCloseTo(0.5584690, within(1e-7));
        assertThat(hazard.conditional().get(1)).isCloseTo(0.4285714, within(1e-7));
        assertThat(hazard.by(TODAY)).isCloseTo(0.1110502, within(1e-7));
        var weibull = WeibullArrival.through(STATED, NEXT, LATER);
        assertThat(weibull.shape()).isCloseTo(1.99695, within(1e-5));
        assertThat(weibull.by(TODAY)).isCloseTo(0.0382, within(1e-4));
    }

    /// Oracle: the catalogue's figures for 2026-11-20: .213 and .550 (piecewise), .272 and .584
    /// (Weibull).
    @Test
    void silenceUntilTodayLowersBothForecasts() {
        var hazard = PiecewiseHazard.through(STATED, List.of(NEXT, LATER));
        var weibull = WeibullArrival.through(STATED, NEXT, LATER);
        var piecewise = curve(Map.of(TODAY, hazard.by(TODAY), NEXT.by(), 0.3, LATER.by(), 0.6), 0);
        var other = curve(Map.of(TODAY, weibull.by(TODAY), NEXT.by(), 0.3, LATER.by(), 0.6), 0);
        assertThat(piecewise.survived(TODAY).by().values())
                .usingElementComparator(closeTo(0.0005))
                .containsExactly(0.213, 0.550);
        assertThat(other.survived(TODAY).by().values())
                .usingElementComparator(closeTo(0.0005))
                .containsExactly(0.272, 0.584);
    }

    @Test
    void theCurveHitsItsAnchorsAndNeverFalls() {
        var hazard = PiecewiseHazard.through(STATED, List.of(NEXT, LATER));
        assertThat(hazard.by(NEXT.by())).isCloseTo(0.3, within(NEAR));
        assertThat(hazard.by(LATER.by())).isCloseTo(0.6, within(NEAR));
        double before = 0;
        for (int day = -10; day < 4000; day += 7) {
            double now = hazard.by(STATED.plusDays(day));
            assertThat(now).isBetween(before, 1.0);
            before = now;
        }
    }

    @Test
    void throughAnExponentialWeibullIsOne() {
        var near = new Anchor(STATED.plusDays(100), -Math.expm1(-1));
        var far = new Anchor(STATED.plusDays(300), -Math.expm1(-3));
        var weibull = WeibullArrival.through(STATED, near, far);
        assertThat(weibull.shape()).isCloseTo(1, within(NEAR));
        assertThat(weibull.scaleYears()).isCloseTo(100 / 365.25, within(NEAR));
    }

    @Test
    void anchorsThatDoNotRiseAreRefused() {
        assertThatThrownBy(() -> PiecewiseHazard.through(STATED, List.of(LATER, NEXT)))
                .hasMessageContaining("does not rise");
        assertThatThrownBy(() -> new Anchor(STATED, 1)).hasMessageContaining("not in (0, 1)");
    }

    @Test
    void conditioningOnTheStartChangesNothing() {
        var curve = curve(Map.of(STATED, 0.0, NEXT.by(), 0.3, LATER.by(), 0.6), 0);
        assertThat(curve.survived(STATED).by()).isEqualTo(Map.of(NEXT.by(), 0.3, LATER.by(), 0.6));
    }

    @Test
    void silenceFeedsTheBeliefThatItNeverHappens() {
        var curve = curve(Map.of(NEXT.by(), 0.3, LATER.by(), 0.6), 0.2);
        var posterior = curve.survived(NEXT.by());
        assertThat(posterior.never()).isCloseTo(0.2 / (0.2 + 0.8 * 0.7), within(NEAR));
        // Between two dates the hazard is constant.
        var between = curve.survived(NEXT.by().plusDays(100));
        assertThat(between.never()).isGreaterThan(posterior.never());
        assertThatThrownBy(() -> curve.survived(STATED)).hasMessageContaining("does not reach");
        assertThatThrownBy(() -> curve(Map.of(NEXT.by(), 1.0), 0).survived(NEXT.by()))
                .hasMessageContaining("no chance");
    }

    @Test
    void evidenceThatSaysNothingChangesNothingAndTheOrderDoesNotMatter() {
        assertThat(EvidenceUpdate.of(0.3, List.of(new Piece(1, 1))).posterior())
                .isCloseTo(0.3, within(NEAR));
        List<Piece> pieces = new ArrayList<>();
        var random = new Random(3);
        for (int i = 0; i < 20; i++) {
            pieces.add(new Piece(random.nextDouble(0.2, 5), random.nextDouble()));
        }
        var one = EvidenceUpdate.of(0.3, pieces);
        Collections.shuffle(pieces, random);
        assertThat(EvidenceUpdate.of(0.3, pieces).posterior())
                .isCloseTo(one.posterior(), within(NEAR));
    }

    @Test
    void theHazardRatioBringsTheCurveToThePosterior() {
        var hazard = PiecewiseHazard.through(STATED, List.of(NEXT, LATER));
        var update = EvidenceUpdate.of(0.3, List.of(new Piece(2, 1)));
        var moved = hazard.multiplied(update.hazardRatio(), STATED);
        assertThat(moved.by(NEXT.by())).isCloseTo(update.posterior(), within(NEAR));
        assertThat(moved.by(LATER.by())).isGreaterThan(0.6);
    }

    @Test
    void aRatioFromADayOnLeavesWhatWasBefore() {
        var hazard = PiecewiseHazard.through(STATED, List.of(NEXT, LATER));
        for (LocalDate from :
                List.of(
                        TODAY,
                        NEXT.by(),
                        TODAY.plusYears(2),
                        LATER.by(),
                        LATER.by().plusYears(3))) {
            var moved = hazard.multiplied(2, from);
            assertThat(moved.by(from)).isCloseTo(hazard.by(from), within(NEAR));
            LocalDate after = from.plusYears(1);
            assertThat(Math.log((1 - moved.by(after)) / (1 - moved.by(from))))
                    .isCloseTo(
                            2 * Math.log((1 - hazard.by(after)) / (1 - hazard.by(from))),
                            within(1e-9));
        }
    }

    @Test
    void oneFamilyOfSourcesSpeaksOnceAndAQuarterMovesTheOddsByFourAtMost() {
        var pieces =
                EvidenceUpdate.discounted(
                        List.of(
                                new FromFamily("card", 4),
                                new FromFamily("card", 4),
                                new FromFamily("board", 3)));
        assertThat(pieces).containsExactly(new Piece(4, 0.5), new Piece(4, 0.5), new Piece(3, 1));
        assertThat(EvidenceUpdate.ofQuarter(0.5, pieces).posterior()).isCloseTo(0.8, within(NEAR));
        assertThat(EvidenceUpdate.of(0.5, pieces).posterior()).isCloseTo(12.0 / 13, within(NEAR));
    }

    @Test
    void aValueMidwayBetweenBothWorldsSaysNothing() {
        assertThat(EvidenceUpdate.normalRatio(2.5, 3, 2, 0.4)).isCloseTo(1, within(NEAR));
        assertThat(EvidenceUpdate.normalRatio(3, 3, 2, 0.4)).isGreaterThan(1);
    }

    @Test
    void thoseWhoAgreePoolToWhatTheySay() {
        var pool = Pool.of(List.of(0.3, 0.3), List.of(1.0, 4.0), 1);
        assertThat(List.of(pool.linear(), pool.geometricOdds(), pool.extremized(), pool.median()))
                .usingElementComparator(closeTo(NEAR))
                .containsOnly(0.3);
        assertThat(pool.logOddsSd()).isCloseTo(0, within(1e-7));
        assertThatThrownBy(() -> Pool.of(List.of(1.0), List.of(1.0), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreSilenceMeansFewerEventsAhead() {
        var prior = new GammaPoisson(1, 2);
        assertThat(prior.after(0, 3).atLeastOne(1)).isLessThan(prior.atLeastOne(1));
        assertThat(prior.after(5, 1.5).rate()).isCloseTo(6 / 3.5, within(NEAR));
        assertThat(prior.atLeastOne(0)).isZero();
    }

    /// Oracle: R 4.x, `qnbinom(p, size = a, prob = b / (b + ahead))`; with a = 1 the closed form
    /// `ceil(ln(1 - p) / ln(1 - prob)) - 1`.
    @Test
    void theNumberOfEventsAheadIsNegativeBinomial() {
        for (double p : new double[] {0.025, 0.5, 0.9, 0.975}) {
            double prob = 2 / 5.0;
            assertThat(new GammaPoisson(1, 2).eventsBy(3, p))
                    .isEqualTo(
                            (int) Math.max(0, Math.ceil(Math.log1p(-p) / Math.log1p(-prob)) - 1));
        }
        assertThat(new GammaPoisson(0.5, 182.5).eventsBy(365, 0.025)).isZero();
        // 433 events in 73 days: mean 2,165, s.d. √(2165·(1 + 365/73)) = 114
        var dense = new GammaPoisson(433, 73);
        assertThat(dense.eventsBy(365, 0.5)).isBetween(2_150, 2_170);
        assertThat(dense.eventsBy(365, 0.975)).isBetween(2_165 + 215, 2_165 + 245);
        assertThat(dense.eventsBy(0, 0.975)).isZero();
    }

    @Test
    void whoKnewTheDayScoresZero() {
        var step = curve(Map.of(TODAY, 0.0, NEXT.by(), 1.0, LATER.by(), 1.0), 0);
        assertThat(step.scoreHappened(NEXT.by())).isEqualTo(new ArrivalCurve.Score(0, 3));
        assertThat(step.scoreSilent(TODAY)).isEqualTo(new ArrivalCurve.Score(0, 1));
        assertThatThrownBy(() -> step.scoreSilent(STATED)).hasMessageContaining("no date");
    }

    private static ArrivalCurve curve(Map<LocalDate, Double> by, double never) {
        return new ArrivalCurve(new TreeMap<>(by), never);
    }

    private static Comparator<Double> closeTo(double tolerance) {
        return (a, b) -> Math.abs(a - b) <= tolerance ? 0 : Double.compare(a, b);
    }
}
