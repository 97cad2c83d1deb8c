package rubicon.ui.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
    void whatGrewGraverAfterItsRuleFires() {
        AlertPayload found = Wire.alert("a", 1, "FIRING", "NOTICE", List.of("BASELINE"));
        Instant raised = Wire.RECORDED.plusSeconds(3_600);
        AlertPayload graver = Wire.raised(found, 2, "CRITICAL", raised);

        assertThat(AlertGroup.of(graver)).isEqualTo(AlertGroup.FIRING);
        assertThat(AlertWords.since(graver)).isEqualTo(raised);
        assertThat(AlertWords.before(graver)).contains("notice already so when the rule was made");
    }

    @Test
    void whatFellBackToWhatItsRuleFoundIsHistoryAgain() {
        AlertPayload found = Wire.alert("a", 1, "FIRING", "NOTICE", List.of("BASELINE"));
        AlertPayload graver = Wire.raised(found, 2, "CRITICAL", Wire.RECORDED.plusSeconds(60));

        assertThat(AlertGroup.of(Wire.severity(graver, 3, "NOTICE")))
                .isEqualTo(AlertGroup.BASELINE);
    }

    @Test
    void whatWasRaisedLastComesFirstAmongTheEquallySevere() {
        AlertPayload found = Wire.alert("a", 1, "FIRING", "NOTICE", List.of("BASELINE"));
        AlertPayload graver = Wire.raised(found, 2, "CRITICAL", Wire.RECORDED.plusSeconds(60));

        assertThat(
                        AlertGroup.FIRING.of(
                                List.of(
                                        Wire.alert("b", 1, "FIRING", "CRITICAL", List.of()),
                                        graver)))
                .extracting(AlertPayload::id)
                .containsExactly("a", "b");
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
