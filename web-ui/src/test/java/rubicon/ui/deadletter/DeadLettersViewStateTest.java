package rubicon.ui.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeadLettersViewStateTest {
    @Test
    void anAddressIsReadAsItIsWritten() {
        var state =
                new DeadLettersViewState(
                        Optional.of(false), Optional.of("value"), Optional.of("later"));

        assertThat(state.toQuery())
                .isEqualTo(Map.of("replayed", "false", "field", "value", "cursor", "later"));
        assertThat(
                        DeadLettersViewState.parse(
                                        Map.of(
                                                "replayed", List.of("false"),
                                                "field", List.of("value"),
                                                "cursor", List.of("later")))
                                .state())
                .isEqualTo(state);
        assertThat(DeadLettersViewState.DEFAULT.toQuery()).isEmpty();
    }

    @Test
    void anotherChoiceBeginsWithTheNewestAgain() {
        var later = DeadLettersViewState.DEFAULT.withCursor(Optional.of("later"));

        assertThat(later.withReplayed(Optional.of(true)).cursor()).isEmpty();
        assertThat(later.withField(Optional.of("value")).cursor()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodFallsBackWithANotice() {
        var parsed = DeadLettersViewState.parse(Map.of("replayed", List.of("perhaps")));

        assertThat(parsed.state()).isEqualTo(DeadLettersViewState.DEFAULT);
        assertThat(parsed.notices()).singleElement().asString().contains("replayed=perhaps");
    }
}
