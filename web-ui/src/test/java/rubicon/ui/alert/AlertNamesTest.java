package rubicon.ui.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.testing.Wire;

/// The alerts of `Wire` bring the name of a model, `Claude Opus 4.6`.
final class AlertNamesTest {
    private static final IndicatorPayload BOARD =
            Wire.indicator("board", "A board", "MODEL", "MEASUREMENT", "LIVE", List.of());

    @Test
    void anAgentIsNamedAsOnTheBoardThatItIsOn() {
        AlertNames names = new AlertNames(List.of(BOARD), List.of(Wire.board("board", 1)));

        assertThat(names.of(alert("row of o1-preview"))).isEqualTo("AIDE · o1-preview");
    }

    @Test
    void whereTheEvidenceIsNotHeldTheAlertItselfNamesIt() {
        AlertNames names = new AlertNames(List.of(BOARD), List.of(Wire.board("board", 1)));

        assertThat(names.of(alert("a row that was revised"))).isEqualTo("Claude Opus 4.6");
        assertThat(new AlertNames(List.of(), List.of()).of(alert("any")))
                .isEqualTo("Claude Opus 4.6");
    }

    private static AlertPayload alert(String row) {
        return Wire.restingOn(
                Wire.alert("a", 1, "FIRING", "WARNING", List.of()), "board", List.of(row));
    }
}
