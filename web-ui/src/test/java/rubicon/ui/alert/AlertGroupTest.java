package rubicon.ui.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.wire.AlertPayload;
import rubicon.ui.testing.Wire;

final class AlertGroupTest {
    @ParameterizedTest(name = "{0} is listed under {1}")
    @CsvSource({
        "FIRING, FIRING",
        "RECOVERING, FIRING",
        "PENDING, PENDING",
        "NORMAL, CLOSED",
    })
    void conditionDecidesWhereAnAlertIsListed(String condition, AlertGroup group) {
        assertThat(AlertGroup.of(Wire.alert("a", 1, condition, "INFO", List.of())))
                .isEqualTo(group);
    }

    @Test
    void whatHeldBeforeItsRuleIsApart() {
        assertThat(AlertGroup.of(Wire.alert("a", 1, "FIRING", "INFO", List.of("BASELINE"))))
                .isEqualTo(AlertGroup.BASELINE);
    }

    @Test
    void mostSevereComesFirst() {
        List<AlertPayload> alerts =
                List.of(
                        Wire.alert("info", 1, "FIRING", "INFO", List.of()),
                        Wire.alert("warning", 1, "FIRING", "WARNING", List.of()),
                        Wire.alert("critical", 1, "FIRING", "CRITICAL", List.of()));

        assertThat(AlertGroup.FIRING.of(alerts))
                .extracting(AlertPayload::id)
                .containsExactly("critical", "warning", "info");
    }
}
