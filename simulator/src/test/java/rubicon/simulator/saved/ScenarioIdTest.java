package rubicon.simulator.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioIdTest {

    @ParameterizedTest
    @CsvSource({
        "Nobody is needed any more, 1, nobody-is-needed-any-more",
        "Nobody is needed any more, 3, nobody-is-needed-any-more-3",
        "60 % by 2028: Über-schnell, 1, by-2028-uber-schnell",
        "Compare, 1, scenario",
        "!!!, 2, scenario-2"
    })
    void isMadeOfATitle(String title, int number, String id) {
        assertThat(ScenarioId.of(title, number)).hasToString(id);
    }

    @Test
    void aLongTitleIsCut() {
        assertThat(ScenarioId.of("word ".repeat(40), 12).value())
                .hasSizeLessThanOrEqualTo(64)
                .endsWith("-12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a--b", "-a", "a-", "1a", "compare", "a b"})
    void anotherFormIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ScenarioId(id));
    }
}
