package rubicon.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.ui.client.SourcePayload;
import rubicon.ui.testing.Wire;

final class SourceTroublesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void sourcesThatDoWellAreNotTold() {
        assertThat(SourceTroubles.sentence(List.of())).isEmpty();
        assertThat(
                        SourceTroubles.sentence(
                                List.of(
                                        source("a", "OK"),
                                        source("b", "DUE"),
                                        source("c", "NEVER"),
                                        source("d", "FAILING"))))
                .isEmpty();
    }

    @Test
    void thoseThatSomebodyHasToLookAfterAreCountedAndNamed() {
        assertThat(SourceTroubles.sentence(List.of(source("a", "GONE"))))
                .contains("1 source is gone (a).");
        assertThat(
                        SourceTroubles.sentence(
                                List.of(
                                        source("a", "DRIFT"),
                                        source("b", "SILENT"),
                                        source("c", "OK"),
                                        source("d", "SILENT"))))
                .contains("2 sources are overdue (b, d), 1 has drifted (a).");
    }

    private static SourcePayload source(String id, String health) {
        return Wire.source(id, "PT6H", NOW, NOW, health);
    }
}
