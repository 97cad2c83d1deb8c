package rubicon.ui.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.SubjectPayload;
import rubicon.ui.shell.SubjectNames;
import rubicon.ui.testing.Wire;

final class AlertPartsTest {
    @Test
    void evidenceOfTheWebIsALink() {
        assertThat(shown("https://example.org/a"))
                .contains("href=\"https://example.org/a\"")
                .contains("Open source");
    }

    @Test
    void evidenceThatIsNoAddressIsShownAsItIs() {
        assertThat(shown("table 3 of the report"))
                .contains("table 3 of the report")
                .doesNotContain("Open source");
    }

    @Test
    void withoutEvidenceStandsWhereTheRowWasRead() {
        assertThat(shown(" ")).contains("classpath:data.json").doesNotContain("Open source");
    }

    @Test
    void whoseValueItIsIsToldAsOnTheBoard() {
        LedgerRowPayload row =
                Wire.by(
                        Wire.row("run-7", 1, "STANDING", 718.81),
                        new SubjectPayload("o1", "OpenAI", "AIDE", null, "AI"));
        AlertPayload alert =
                Wire.restingOn(
                        Wire.alert("a", 1, "FIRING", "WARNING", List.of()),
                        row.indicator(),
                        List.of(row.id()));
        AlertParts parts =
                new AlertParts(alert, List.of(row), new SubjectNames(true), Wire.RECORDED);

        assertThat(words(parts.head())).contains("AIDE · o1").doesNotContain("Claude");
        assertThat(words(parts.grounds(Optional.empty()))).contains("AIDE · o1");
    }

    private static String words(List<Component> parts) {
        return parts.stream()
                .map(it -> it.getElement().getTextRecursively())
                .collect(Collectors.joining(" "));
    }

    private static String shown(@Nullable String evidence) {
        LedgerRowPayload row =
                Wire.read(
                        Wire.row("o3", 1, "STANDING", 119.73),
                        evidence,
                        new ProvenancePayload(
                                "classpath:data.json", null, null, null, null, null, null));
        return new AlertParts(
                        Wire.alert("a", 1, "FIRING", "WARNING", List.of()),
                        List.of(row),
                        new SubjectNames(false),
                        Wire.RECORDED)
                .grounds(Optional.empty()).stream()
                        .map(Component::getElement)
                        .map(element -> element.getOuterHTML())
                        .collect(Collectors.joining());
    }
}
