package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.ProvenancePayload;
import rubicon.ui.client.Clients;
import rubicon.ui.shell.SubjectNames;
import rubicon.ui.testing.Wire;

final class ReleasesTableTest {
    private static ReleasesTable table() {
        return new ReleasesTable(
                Clients.at(URI.create("http://127.0.0.1:1"), true), InstantSource.system());
    }

    @Test
    void aLicenceThatIsNotToldIsUnknown() {
        ReleasesTable table = table();

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
    void whoMeasuredAValueIsTold() {
        ReleasesTable table = table();
        table.show(List.of(Wire.row("o3", 1, "STANDING", 119.73)), new SubjectNames(false));
        assertThat(table.getElement().getTextRecursively()).contains("Measured bythird party");
    }

    @Test
    void aDisputeIsNamedBesideItsReason() {
        ReleasesTable table = table();

        table.show(
                List.of(Wire.disputed(Wire.row("o3", 1, "STANDING", 119.73), "no card printed it")),
                new SubjectNames(false));

        assertThat(table.getElement().getTextRecursively())
                .contains("disputed")
                .contains("no card printed it");
    }

    @Test
    void aHeldValueIsNamedWithItsReasonAndWhatCountsMeanwhile() {
        ReleasesTable table = table();

        table.show(
                List.of(
                        Wire.row("o3", 1, "STANDING", 119.73),
                        Wire.held(Wire.row("o3", 2, "STANDING", 0.06), "it lies far off")),
                new SubjectNames(false));

        assertThat(table.getElement().getTextRecursively())
                .contains("held: it lies far off")
                .contains("A later statement by its source mends it.")
                .contains("counts meanwhile")
                .doesNotContain("Confirm");
    }
}
