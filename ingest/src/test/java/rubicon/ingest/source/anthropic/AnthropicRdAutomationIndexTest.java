package rubicon.ingest.source.anthropic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.ingest.source.TextFile.row;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;

class AnthropicRdAutomationIndexTest {
    private static final String TABLE =
            """
            # A remark, with commas
            month,al1_plus,al2_plus,al3_plus,al4_pct,al4_dig,lo90,hi90,printed
            2025-11,99,80,14.5,0,,,,0
            2025-12,100,90,0,0,,,,0
            2026-01,100,95,33.25,2,2.4,0.5,4.5,1
            2026-02,100,95,40,9,,1,4.5,1
            soon,100,95,40,9,,,,1
            """;

    private final AnthropicRdAutomationIndex connector = new AnthropicRdAutomationIndex();

    @Test
    void tableOfWhatWasPrintedAloneIsRead() throws Exception {
        Mapped mapped =
                TextFile.map(
                        connector,
                        Map.of(),
                        """
                        month,al4_pct,lo90,hi90,printed
                        2026-01,2,0.5,4.5,1
                        """
                                .getBytes(UTF_8));

        assertThat(mapped.observations())
                .extracting(ObservationPayload::value)
                .containsExactly(2.0);
        assertThat(mapped.refused()).isEmpty();
    }

    @Test
    void printedShareHasItsIntervalAndTheDigitisedOneBesideIt() throws Exception {
        ObservationPayload row = row(map(), "anthropic-rd-al4-share", "2026-01");

        assertThat(row.value()).isEqualTo(2.0);
        assertThat(row.low()).isEqualTo(0.5);
        assertThat(row.high()).isEqualTo(4.5);
        assertThat(row.level()).isEqualTo(0.9);
        assertThat(row.method()).isEqualTo("MEASUREMENT_INTERVAL");
        assertThat(row.observedOn()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(row.precision()).isEqualTo("MONTH");
        assertThat(row.tags()).isEqualTo(Map.of("read", "PRINTED"));
        assertThat(row.note()).isEqualTo("digitised from the same figure: 2.4");
    }

    @Test
    void zeroIsNoLabelAndNoMeasurement() throws Exception {
        Mapped mapped = map();

        assertThat(mapped.observations())
                .filteredOn(it -> "anthropic-rd-al4-share".equals(it.indicator()))
                .extracting(ObservationPayload::externalId)
                .containsExactly("2026-01");
        assertThat(mapped.observations())
                .filteredOn(it -> "anthropic-rd-al3-share".equals(it.indicator()))
                .extracting(ObservationPayload::externalId)
                .containsExactly("2025-11", "2026-01", "2026-02");
    }

    @Test
    void shareOutsideItsIntervalAndAMonthThatIsNoneAreRefused() throws Exception {
        assertThat(map().refused())
                .extracting(it -> it.violation().field())
                .containsExactly("2026-02.lo90", "soon.month", "soon.month");
    }

    private Mapped map() throws Exception {
        return connector.map(TextFile.of(TABLE));
    }
}
