package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.SubjectPayload;
import rubicon.ui.testing.Wire;

final class ResultsTest {
    private static final String FIRST = "metr-time-horizons";
    private static final String LATER = "an-essay";

    private final IndicatorPayload indicator =
            Wire.indicator("metr-horizon-p50", "Time horizon at 50 %", "LOG");

    @Test
    void whatALaterSourceSaysOfASubjectIsEvidenceOnly() {
        LedgerRowPayload measured = row(FIRST, "GPT-4", null, 3.99);
        LedgerRowPayload printed = row(LATER, " gpt-4", null, 4.0);

        assertThat(Results.of(indicator, List.of(printed, measured))).containsExactly(measured);
    }

    @Test
    void whatOnlyALaterSourceSaysCounts() {
        LedgerRowPayload measured = row(FIRST, "GPT-4", null, 3.99);
        LedgerRowPayload other = row(LATER, "GPT-4", "bare", 3.0);

        assertThat(Results.of(indicator, List.of(measured, other)))
                .containsExactly(measured, other);
    }

    @Test
    void severalRowsOfTheFirstSourceAllCount() {
        LedgerRowPayload one = row(FIRST, "GPT-4", null, 3.99);
        LedgerRowPayload two = row(FIRST, "GPT-4", null, 4.2);

        assertThat(Results.of(indicator, List.of(one, two))).containsExactly(one, two);
    }

    @Test
    void whatDoesNotStandNeverCounts() {
        LedgerRowPayload old = Wire.row("o3", 1, "SUPERSEDED", 118.0);

        assertThat(Results.of(indicator, List.of(old))).isEmpty();
        assertThat(Results.of(null, List.of(old))).isEmpty();
        LedgerRowPayload disputed =
                Wire.disputed(Wire.row("o3", 1, "STANDING", 118.0), "no card printed it");
        assertThat(Results.of(indicator, List.of(disputed))).isEmpty();
    }

    private static LedgerRowPayload row(
            String source, String model, @Nullable String scaffold, double value) {
        return new LedgerRowPayload(
                source + model + value,
                1,
                "STANDING",
                Instant.EPOCH,
                source,
                model,
                "metr-horizon-p50",
                new SubjectPayload(model, null, scaffold, null, "AI"),
                value,
                null,
                null,
                null,
                null,
                null,
                "min",
                null,
                LocalDate.of(2023, 3, 14),
                "DAY",
                null,
                Instant.EPOCH,
                null,
                "THIRD_PARTY",
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                null);
    }
}
