package rubicon.model.saturation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.saturation.Scores.Point;

/// Below one ceiling after another.
class FitsInPlaceTest {
    private static final List<Point> POINTS =
            List.of(
                    new Point(2024.2, 0.17),
                    new Point(2024.9, 0.31),
                    new Point(2025.3, 0.35),
                    new Point(2025.8, 0.48),
                    new Point(2026.1, 0.61));
    private static final double[] CEILINGS = {0.95, 0.62, 1, 0.8};

    /// Oracle: a fit of its own, bit for bit.
    @Test
    void aFitTakesThePlaceOfTheOneBeforeAndNothingOfItStays() {
        Scores first = Scores.of(POINTS, 0, 1);
        var bayes = new BayesOver(first.times(), BayesFit.Prior.DEFAULT);
        var logistic = new LogisticOver(first.times(), first.values());
        for (double ceiling : CEILINGS) {
            Scores scores = Scores.of(POINTS, 0, ceiling);
            LogitFit start = LogitFit.of(scores);
            BayesFit own = BayesFit.of(scores, BayesFit.Prior.DEFAULT);
            bayes.through(scores.logits());
            assertThat(bayes.fit(scores.scale())).isEqualTo(own);
            assertThat(bayes.meanScale(2027)).isEqualTo(own.meanAt(2027).scale());
            assertThat(bayes.nextScale(2027)).isEqualTo(own.nextAt(2027).scale());
            assertThat(bayes.degrees()).isEqualTo(own.nextAt(2027).degrees());
            assertThat(logistic.fit(0, ceiling, start.line().slope(), start.midpoint())).isTrue();
            assertThat(new LogisticFit(logistic.rate(), logistic.midpoint(), logistic.sse()))
                    .isEqualTo(LogisticFit.of(scores, start.line().slope(), start.midpoint()));
        }
    }

    @Test
    void aStartThatIsNoNumberFindsNoCurve() {
        Scores scores = Scores.of(POINTS, 0, 0.9);
        var logistic = new LogisticOver(scores.times(), scores.values());
        assertThat(logistic.fit(0, 0.9, Double.NaN, 2025)).isFalse();
        assertThat(logistic.fit(0, 0.9, 1, 2025)).isTrue();
    }
}
