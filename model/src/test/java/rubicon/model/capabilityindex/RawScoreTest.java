package rubicon.model.capabilityindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RawScoreTest {
    @Test
    void chanceIsTakenOffAndTheEndsAreLeftOut() {
        assertThat(new RawScore("m", "b", 62.5, 25, 100).share()).isEqualTo(0.5);
        assertThat(new RawScore("m", "b", 20, 25, 100).share()).isEqualTo(0.001);
        assertThat(new RawScore("m", "b", 100, 25, 100).share()).isEqualTo(0.999);
    }

    @Test
    void theBestOfAPairCountsAndModelsWithFewBenchmarksAreLeftOut() {
        ScoreTable table =
                RawScore.table(
                        List.of(
                                raw("zeta", "b2", 0.3),
                                raw("zeta", "b1", 0.2),
                                raw("zeta", "b1", 0.6),
                                raw("alone", "b9", 0.9)),
                        2);
        assertThat(table)
                .isEqualTo(
                        new ScoreTable(
                                List.of("zeta"),
                                List.of("b1", "b2"),
                                List.of(new Score(0, 0, 0.6), new Score(0, 1, 0.3))));
    }

    @Test
    void theOrderOfArrivalAndDoublesDoNotMatter() {
        List<RawScore> one = List.of(raw("a", "x", 0.4), raw("b", "x", 0.5), raw("b", "y", 0.6));
        List<RawScore> other = List.of(one.get(2), one.get(0), one.get(2), one.get(1), one.get(0));
        assertThat(RawScore.table(other, 1)).isEqualTo(RawScore.table(one, 1));
    }

    @Test
    void aCeilingBelowChanceIsRefused() {
        assertThatThrownBy(() -> new RawScore("m", "b", 1, 2, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RawScore raw(String model, String benchmark, double value) {
        return new RawScore(model, benchmark, value, 0, 1);
    }
}
