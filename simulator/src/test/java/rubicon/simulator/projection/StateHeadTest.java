package rubicon.simulator.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateHeadTest {
    @Test
    void whatFollowsIsNotRead() throws IOException {
        assertThat(read("{'indicator': 'a-b', 'version': 17, 'frontier': [no JSON"))
                .isEqualTo(new StateHead("a-b", 17));
    }

    @Test
    void anyOrderWillDo() throws IOException {
        assertThat(
                        read(
                                "{'counts': {'version': 3, 'indicator': 'other'}, 'version': 4,"
                                        + " 'latest': [{'version': 5}], 'indicator': 'mine'}"))
                .isEqualTo(new StateHead("mine", 4));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'indicator': 'a'}; version is missing",
                "{'version': 1}; indicator is missing",
                "{'indicator': null, 'version': 1}; indicator is missing",
                "{'indicator': 'a', 'version': 'one'}; version is missing",
                "[1]; no JSON object",
                "{'indicator' 'a'}; was expecting a colon"
            })
    void whatIsNoStateSaysWhy(String state, String reason) {
        assertThatThrownBy(() -> read(state))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }

    private static StateHead read(String state) throws IOException {
        return StateHead.of(state.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
