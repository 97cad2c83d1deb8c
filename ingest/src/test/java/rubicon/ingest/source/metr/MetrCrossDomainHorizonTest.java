package rubicon.ingest.source.metr;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.ingest.source.TextFile.row;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.Deliveries;
import rubicon.ingest.source.Mapped;
import rubicon.model.wire.ObservationPayload;

class MetrCrossDomainHorizonTest {
    private static final String INDICATOR = "cross-domain-horizon-swe-bench-verified";

    private final Deliveries files = Deliveries.fixtureOf(new MetrCrossDomainHorizon());

    @Test
    void horizonHasTheMinutesOfTheTableAndSaysHowItsSlopeWasFound() throws Exception {
        ObservationPayload row =
                row(files.map(), INDICATOR, "anthropic/claude-3-7-sonnet-20250219");

        assertThat(row.value()).isEqualTo(21.5);
        assertThat(row.unit()).isEqualTo("min");
        assertThat(Objects.requireNonNull(row.subject()).model()).isEqualTo("Claude 3.7 Sonnet");
        assertThat(row.observedOn()).isEqualTo(LocalDate.of(2025, 2, 24));
        assertThat(row.note()).isEqualTo("score 0.5000, slope by mle");
        assertThat(row.tags()).isEqualTo(Map.of("slopeMethod", "mle"));
    }

    @Test
    void dayOfReleaseIsThatOfTheTableOfAllDomains() throws Exception {
        ObservationPayload row = row(files.map(), INDICATOR, "house/house-7.1-beta");

        assertThat(row.observedOn()).isEqualTo(LocalDate.of(2025, 4, 5));
        assertThat(row.tags()).isEqualTo(Map.of("slopeMethod", "guess", "unresolved", "true"));
    }

    @Test
    void modelWithoutDayOfReleaseIsRefused() throws Exception {
        Mapped mapped = files.without("processed/all_data.csv").map();

        assertThat(mapped.observations()).hasSize(1);
        assertThat(mapped.refused())
                .extracting(Mapped.Refused::externalId)
                .containsExactly("house/house-7.1-beta");
    }
}
