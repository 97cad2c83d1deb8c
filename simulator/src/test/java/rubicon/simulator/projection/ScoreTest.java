package rubicon.simulator.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rubicon.model.stats.Range;

class ScoreTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    /// Closed form: (p − o)².
    @Test
    void aChanceHasTheBrierScore() {
        assertThat(Score.ofChance(0.3, true, DAY).score()).isCloseTo(0.49, within(1e-12));
        assertThat(Score.ofChance(0.3, false, DAY).score()).isCloseTo(0.09, within(1e-12));
        assertThat(Score.ofChance(0.3, true, DAY).outcome()).isEqualTo(1);
    }

    /// By hand: median 10, intervals 8–12 (80 %) and 9–11 (50 %), outcome 13: (½·3 + .2/2·4 + 1 +
    /// .5/2·2 + 2)/2.5.
    @Test
    void aNumberHasTheWeightedIntervalScore() {
        Score score =
                Score.ofNumber(
                        new TreeMap<>(
                                Map.of(
                                        "0.05",
                                        Double.NEGATIVE_INFINITY,
                                        "0.1",
                                        8.0,
                                        "0.25",
                                        9.0,
                                        "0.75",
                                        11.0,
                                        "0.9",
                                        12.0,
                                        "0.95",
                                        14.0)),
                        10,
                        new Range(8, 12),
                        13,
                        DAY);
        assertThat(score.score()).isCloseTo((1.5 + 0.4 + 1 + 0.5 + 2) / 2.5, within(1e-12));
        assertThat(score.inside()).isFalse();
    }
}
