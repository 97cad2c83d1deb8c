package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.ui.testing.Wire;

final class ReleasesTest {
    @Test
    void earlierStatementsFollowTheOneThatStandsNewestFirst() {
        List<LedgerRowPayload> rows =
                List.of(
                        Wire.row("opus", 1, "SUPERSEDED", 900.0),
                        Wire.row("opus", 3, "STANDING", 718.81),
                        Wire.row("opus", 2, "SUPERSEDED", 870.0));

        List<Releases.History> histories = Releases.of(rows).histories();

        assertThat(histories).hasSize(1);
        assertThat(histories.getFirst().newest().value()).isEqualTo(718.81);
        assertThat(histories.getFirst().earlier())
                .extracting(LedgerRowPayload::value)
                .containsExactly(870.0, 900.0);
    }

    @Test
    void aLateOlderStatementDoesNotDisplaceWhatStands() {
        var histories =
                Releases.of(
                                List.of(
                                        Wire.row("opus", 1, "STANDING", 718.81),
                                        Wire.row("opus", 2, "SUPERSEDED", 870.0)))
                        .histories();

        assertThat(histories.getFirst().newest().value()).isEqualTo(718.81);
    }

    @Test
    void aRetractionIsWhatIsSaidNow() {
        var histories =
                Releases.of(
                                List.of(
                                        Wire.row("opus", 1, "SUPERSEDED", 718.81),
                                        Wire.row("opus", 2, "RETRACTED", null)))
                        .histories();

        assertThat(histories.getFirst().newest().status()).isEqualTo("RETRACTED");
    }

    @Test
    void whatChangedLastComesFirst() {
        var histories =
                Releases.of(
                                List.of(
                                        Wire.row("old", 1, "STANDING", 1.0),
                                        Wire.row("corrected", 1, "SUPERSEDED", 2.0),
                                        Wire.row("corrected", 2, "STANDING", 3.0)))
                        .histories();

        assertThat(histories)
                .extracting(each -> each.newest().externalId())
                .containsExactly("corrected", "old");
    }
}
