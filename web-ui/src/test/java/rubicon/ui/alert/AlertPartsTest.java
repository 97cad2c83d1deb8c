package rubicon.ui.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.ProvenancePayload;
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

    private static String shown(@Nullable String evidence) {
        LedgerRowPayload row =
                Wire.read(
                        Wire.row("o3", 1, "STANDING", 119.73),
                        evidence,
                        new ProvenancePayload(
                                "classpath:data.json", null, null, null, null, null, null));
        return new AlertParts(Wire.alert("a", 1, "FIRING", "WARNING", List.of()), Wire.RECORDED)
                .grounds(Optional.empty(), List.of(row)).stream()
                        .map(Component::getElement)
                        .map(element -> element.getOuterHTML())
                        .collect(Collectors.joining());
    }
}
