package rubicon.ingest.source.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rubicon.ingest.source.TextFile.row;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

class EpochCapabilitiesIndexTest {
    private static final String HEADER =
            "Model version,ECI Score,Release date,Organization,Confidence\n";
    private static final String INDEX = "epoch-capabilities-index";

    private final EpochCapabilitiesIndex connector = new EpochCapabilitiesIndex();

    @Test
    void scoreIsTakenDigitByDigitWithItsVintage() throws Exception {
        ObservationPayload row =
                row(
                        map("claude-opus-4-1-20250805,143.21987654321,2025-08-05,Anthropic,Likely"),
                        INDEX,
                        "claude-opus-4-1-20250805");

        assertThat(row.value()).isEqualTo(143.21987654321);
        assertThat(row.unit()).isEqualTo("points");
        assertThat(Objects.requireNonNull(row.provenance()).licence()).isEqualTo("none stated");
        assertThat(row.observedOn()).isEqualTo(LocalDate.of(2025, 8, 5));
        assertThat(row.tags()).isEqualTo(Map.of("vintage", "2026-03-03"));
    }

    @Test
    void modelWithoutScoreHasNoneAnyMore_AndIsNoFault() throws Exception {
        Mapped mapped = map("house-a,,2025-08-05,The House,Likely\nhouse-b,99.5,2025-08-06,,");

        assertThat(mapped.refused()).isEmpty();
        assertThat(mapped.observations()).hasSize(1);
        assertThat(mapped.withdrawals())
                .map(Mapped.Withdrawal::retraction)
                .containsExactly(
                        new RetractionPayload(
                                "upstream",
                                INDEX,
                                "house-a",
                                "WITHDRAWN",
                                "this vintage gives it no score"));
    }

    @ParameterizedTest
    @CsvSource({
        "161, Unverified, true",
        "161, '', true",
        "150.0, Speculative, false",
        "150.0, Unverified, false",
        "161, Likely, false"
    })
    void roundScoreThatNobodyVouchesForWasAddedByHand(
            String score, String confidence, boolean added) throws Exception {
        ObservationPayload row =
                row(
                        map("house-a,%s,2026-04-07,,%s".formatted(score, confidence)),
                        INDEX,
                        "house-a");

        assertThat(Objects.requireNonNull(row.tags()).containsKey("handAdded")).isEqualTo(added);
        assertThat(row.disputed() != null).isEqualTo(added);
    }

    @Test
    void unknownNameIsKeptWithTheDeveloperThatTheTableNames() throws Exception {
        ObservationPayload row = row(map("house-a,99.5,2026-04-07,The House,"), INDEX, "house-a");

        assertThat(Objects.requireNonNull(row.subject()).model()).isEqualTo("house-a");
        assertThat(Objects.requireNonNull(row.subject()).developer()).isEqualTo("The House");
        assertThat(Objects.requireNonNull(row.tags())).containsEntry("unresolved", "true");
    }

    @Test
    void scoreWithoutReleaseDateIsRefused() throws Exception {
        Mapped mapped = map("house-a,99.5,,The House,\nhouse-b,98.5,2026-04-07,,");

        assertThat(mapped.refused()).hasSize(1);
        assertThat(mapped.refused().getFirst().violation().field()).isEqualTo("1.Release date");
    }

    @Test
    void missingScoreColumnIsDrift() {
        assertThatThrownBy(() ->
                        connector.map(TextFile.of("Model version,Release date\na,2026-04-07\n")))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("ECI Score");
    }

    private Mapped map(String rows) throws DriftException {
        return connector.map(TextFile.of(HEADER + rows + "\n"));
    }
}
