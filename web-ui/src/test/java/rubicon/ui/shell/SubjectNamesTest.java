package rubicon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.SubjectPayload;
import rubicon.ui.testing.Wire;

final class SubjectNamesTest {
    /// Its dates are those of results.
    private static final IndicatorPayload BOARD =
            Wire.indicator("board", "A board", "MODEL", "MEASUREMENT", "LIVE", java.util.List.of());

    /// Its dates are those of releases.
    private static final IndicatorPayload MODELS = Wire.indicator("models", "Models", "LOG");

    @Test
    void whereScaffoldsDifferOnABoardOfResultsTheyTellAgentsApart() {
        SubjectNames names =
                SubjectNames.of(BOARD, Stream.of(in("AIDE", "o1"), in("R&D-Agent", "o1")));

        assertThat(names.of(in("AIDE", "o1"))).isEqualTo("AIDE · o1");
        assertThat(names.of(in("AIDE", null))).isEqualTo("AIDE");
        assertThat(names.of(in(null, "TRAE"))).isEqualTo("TRAE");
        assertThat(names.beside(in("AIDE", "o1"))).isEqualTo("OpenAI");
    }

    @Test
    void oneScaffoldForAllStandsBesideTheModelThatIsTheName() {
        SubjectNames names =
                SubjectNames.of(
                        BOARD, Stream.of(in("mini", "o1"), in("mini", "o3"), in(null, "x")));

        assertThat(names.of(in("mini", "o1"))).isEqualTo("o1");
        assertThat(names.beside(in("mini", "o1"))).isEqualTo("OpenAI, in mini");
    }

    @Test
    void whereDatesAreOfReleasesTheModelIsTheName() {
        SubjectNames names =
                SubjectNames.of(MODELS, Stream.of(in("react", "o1"), in("duet", "o3")));

        assertThat(names.of(in("react", "o1"))).isEqualTo("o1");
    }

    private static SubjectPayload in(@Nullable String scaffold, @Nullable String model) {
        return new SubjectPayload(model, "OpenAI", scaffold, null, "AI");
    }
}
