package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.HorizonPayload;
import rubicon.model.wire.HorizonPayload.Agent;
import rubicon.ui.testing.Horizons;

@NullUnmarked
final class HorizonWordsTest {
    private static final HorizonPayload HORIZON = Horizons.horizon("any");

    @Test
    void theNamedAgentIsChosenElseTheOneWithTheLongestHorizon() {
        assertThat(HorizonWords.chosen(HORIZON, "GPT-4").agent()).isEqualTo("GPT-4");
        assertThat(HorizonWords.chosen(HORIZON, "davinci-002").agent()).isEqualTo("davinci-002");
        assertThat(HorizonWords.chosen(HORIZON, null).agent()).isEqualTo("o1");
        assertThat(HorizonWords.chosen(HORIZON, "nobody").agent()).isEqualTo("o1");
    }

    @Test
    void whatWasFittedHowAndWhatWasLeftOutIsSaid() {
        assertThat(HorizonWords.method(HORIZON))
                .isEqualTo(
                        "Suite a-suite: 1,234 runs at 83 tasks of 36 families. Intervals of 95 %"
                                + " from 1,000 draws of families, tasks and runs (seed 42). Left"
                                + " out: 12 runs, because nobody measured how long their tasks"
                                + " take.");
    }

    @Test
    void everyWindowTellsItsDoublingTimeOrWhyThereIsNone() {
        assertThat(HorizonWords.trend(HORIZON))
                .isEqualTo(
                        "Horizon at 50 % of the best agents. All time: doubles every 212 d (170 d"
                                + " to 290 d), on 2 agents. From 2024: no trend, fewer than two"
                                + " release dates.");
    }

    @Test
    void anIntervalWithoutAnEndAndAHorizonThatIsNoneSaySo() {
        Agent o1 = HorizonWords.chosen(HORIZON, "o1");
        assertThat(HorizonWords.interval(o1, o1.p50(), "p50")).isEqualTo("13 min to 3.3 h");
        assertThat(HorizonWords.interval(o1, o1.p80(), "p80")).isEqualTo("from 12 s");
        assertThat(HorizonWords.reason(HorizonWords.chosen(HORIZON, "davinci-002"), "p50"))
                .startsWith("no run succeeded");
    }
}
