package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.ProvenancePayload;
import rubicon.ui.shell.SubjectNames;
import rubicon.ui.testing.Wire;

final class ReleasesTableTest {
    @Test
    void aLicenceThatIsNotToldIsUnknown() {
        ReleasesTable table = new ReleasesTable(InstantSource.system());

        table.show(
                List.of(
                        Wire.read(
                                Wire.row("o3", 1, "STANDING", 119.73),
                                null,
                                new ProvenancePayload(
                                        "https://example.org", null, null, "c", "1", null, ""))),
                new SubjectNames(false));

        assertThat(table.getElement().getTextRecursively()).contains("Licence–");
    }

    @Test
    void aDisputeIsNamedBesideItsReason() {
        ReleasesTable table = new ReleasesTable(InstantSource.system());

        table.show(
                List.of(Wire.disputed(Wire.row("o3", 1, "STANDING", 119.73), "no card printed it")),
                new SubjectNames(false));

        assertThat(table.getElement().getTextRecursively())
                .contains("disputed")
                .contains("no card printed it");
    }
}
