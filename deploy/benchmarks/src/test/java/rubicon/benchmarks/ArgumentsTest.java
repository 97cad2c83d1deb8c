package rubicon.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final List<Bar> PEERS =
            List.of(new Bar("debezium", 1.0), new Bar("lean", 0.6), new Bar("copy", 0));

    @Test
    void givenValuesTakeThePlaceOfDefaults() {
        Arguments options = Arguments.parse(List.of("--rate", "50"), "rate", "samples");
        assertThat(options.positive("rate", 100)).isEqualTo(50);
        assertThat(options.positive("samples", 200)).isEqualTo(200);
        assertThat(options.count("rate", 100)).isEqualTo(50);
    }

    @Test
    void misuseNamesTheOption() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--speed", "5"), "rate"))
                .hasMessage("there is no option --speed; known are --rate");
        assertThatThrownBy(() -> Arguments.parse(List.of("--rate"), "rate"))
                .hasMessage("--rate needs a value");
        assertThatThrownBy(
                        () -> Arguments.parse(List.of("--rate", "-1"), "rate").positive("rate", 1))
                .hasMessage("--rate must be above 0, not '-1'");
        assertThatThrownBy(() -> Arguments.parse(List.of("--rate", "0.5"), "rate").count("rate", 1))
                .hasMessage("--rate must be a whole number");
    }

    @Test
    void withoutPeersAllAreMeantWithTheirOwnBars() {
        assertThat(bars()).isEqualTo(PEERS);
        assertThat(bars("--pairs", "2")).isEqualTo(PEERS);
    }

    @Test
    void aRatioBelongsToThePeerBeforeIt() {
        assertThat(bars("--vs", "lean", "--min-ratio", "0.8", "--pairs", "2", "--vs", "debezium"))
                .containsExactly(new Bar("lean", 0.8), new Bar("debezium", 1.0));
        assertThat(bars("--vs", "debezium", "--vs", "copy", "--min-ratio", "0.25"))
                .containsExactly(new Bar("debezium", 1.0), new Bar("copy", 0.25));
    }

    @Test
    void peersThatAreNoneAreNamed() {
        assertThatThrownBy(() -> bars("--vs", "dbz"))
                .hasMessage("there is no peer dbz; known are debezium, lean, copy");
        assertThatThrownBy(() -> bars("--vs", "lean", "--vs", "lean"))
                .hasMessage("lean is named twice");
        assertThatThrownBy(() -> bars("--min-ratio", "1", "--vs", "lean"))
                .hasMessage("--min-ratio follows a --vs");
        assertThatThrownBy(() -> bars("--vs", "lean", "--min-ratio", "much"))
                .hasMessage("--min-ratio must be above 0, not 'much'");
    }

    private static List<Bar> bars(String... line) {
        return Arguments.parseContest(List.of(line), "pairs").bars(PEERS);
    }
}
