package rubicon.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void givenValuesTakeThePlaceOfDefaults() {
        Arguments options = Arguments.parse(List.of("--rate", "50"), "rate", "samples");
        assertThat(options.positive("rate", 100)).isEqualTo(50);
        assertThat(options.positive("samples", 200)).isEqualTo(200);
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
    }
}
