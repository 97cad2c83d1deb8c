package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.analysis.SeriesReading;
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

        assertThat(Results.of(indicator, List.of(printed, measured), SeriesReading.COUNTED))
                .containsExactly(measured);
    }

    @Test
    void whatOnlyALaterSourceSaysCounts() {
        LedgerRowPayload measured = row(FIRST, "GPT-4", null, 3.99);
        LedgerRowPayload other = row(LATER, "GPT-4", "bare", 3.0);

        assertThat(Results.of(indicator, List.of(measured, other), SeriesReading.COUNTED))
                .containsExactly(measured, other);
    }

    @Test
    void severalRowsOfTheFirstSourceAllCount() {
        LedgerRowPayload one = row(FIRST, "GPT-4", null, 3.99);
        LedgerRowPayload two = row(FIRST, "GPT-4", null, 4.2);

        assertThat(Results.of(indicator, List.of(one, two), SeriesReading.COUNTED))
                .containsExactly(one, two);
    }

    @Test
    void whatDoesNotStandNeverCounts() {
        LedgerRowPayload old = Wire.row("o3", 1, "SUPERSEDED", 118.0);

        assertThat(Results.of(indicator, List.of(old), SeriesReading.COUNTED)).isEmpty();
        assertThat(Results.of(null, List.of(old), SeriesReading.COUNTED)).isEmpty();
        LedgerRowPayload disputed =
                Wire.disputed(Wire.row("o3", 1, "STANDING", 118.0), "no card printed it");
        assertThat(Results.of(indicator, List.of(disputed), SeriesReading.COUNTED)).isEmpty();
    }

    @Test
    void aReadingSaysWhichRowsAreResults() {
        LedgerRowPayload before = Wire.row("m", 1, "STANDING", 150.0);
        LedgerRowPayload held = Wire.held(Wire.row("m", 2, "STANDING", 60.0), "far off");
        LedgerRowPayload other = Wire.row("n", 1, "STANDING", 140.0);
        List<LedgerRowPayload> rows = List.of(before, held, other);

        assertThat(Results.of(null, rows, SeriesReading.COUNTED)).containsExactly(before, other);
        assertThat(Results.of(null, rows, SeriesReading.STANDING)).containsExactly(held, other);
        assertThat(Results.of(null, rows, SeriesReading.INDEPENDENT))
                .containsExactly(before, other);
        assertThat(Results.doubtful(rows)).containsExactly(held);
    }

    @Test
    void whatWasTakenBackIsShownWithItsLastValue() {
        LedgerRowPayload first = Wire.row("m", 1, "SUPERSEDED", 150.0);
        LedgerRowPayload last = Wire.row("m", 2, "SUPERSEDED", 60.0);
        LedgerRowPayload gone = Wire.row("m", 3, "RETRACTED", null);

        assertThat(Results.retracted(List.of(first, last, gone))).containsExactly(last);
    }

    @Test
    void whatALaterSourceCopiedGoesWithWhatWasTakenBack() {
        LedgerRowPayload copy = row(LATER, "GPT-4", null, 3.99);
        LedgerRowPayload gone = row(FIRST, "GPT-4", "RETRACTED", null, Map.of(), "WITHDRAWN");
        LedgerRowPayload twice = row(FIRST, "GPT-4", "RETRACTED", null, Map.of(), "DUPLICATE");
        for (SeriesReading reading : SeriesReading.values()) {
            assertThat(Results.of(indicator, List.of(copy, gone), reading)).isEmpty();
            assertThat(Results.of(indicator, List.of(copy, twice), reading)).containsExactly(copy);
        }
    }

    @Test
    void ofSourcesThatRankAlikeNoneTakesAnythingOfTheOther() {
        LedgerRowPayload gone = row("a-blog", "GPT-4", "RETRACTED", null, Map.of(), "WITHDRAWN");
        LedgerRowPayload other = row("b-blog", "GPT-4", null, 3.99);
        assertThat(Results.of(indicator, List.of(other, gone), SeriesReading.COUNTED))
                .containsExactly(other);
    }

    @Test
    void aCopyThatIsRepeatedLaterGoesTooAndAnotherValueCounts() {
        Instant later = Instant.EPOCH.plusSeconds(60);
        LedgerRowPayload last = row(FIRST, "GPT-4", "SUPERSEDED", 3.99, Map.of(), null);
        LedgerRowPayload gone = row(FIRST, "GPT-4", "RETRACTED", null, Map.of(), "WITHDRAWN");
        LedgerRowPayload copy = stated(row(LATER, "GPT-4", null, 3.99), later);
        LedgerRowPayload own = stated(row(LATER, "GPT-4", null, 4.5), later);
        assertThat(Results.of(indicator, List.of(last, gone, copy), SeriesReading.COUNTED))
                .isEmpty();
        assertThat(Results.of(indicator, List.of(last, gone, own), SeriesReading.COUNTED))
                .containsExactly(own);
    }

    private static LedgerRowPayload stated(LedgerRowPayload it, Instant at) {
        return new LedgerRowPayload(
                it.id(),
                it.revision(),
                it.status(),
                it.recordedAt(),
                it.source(),
                it.externalId(),
                it.indicator(),
                it.subject(),
                it.value(),
                it.low(),
                it.high(),
                it.level(),
                it.method(),
                it.n(),
                it.unit(),
                it.qualifier(),
                it.observedOn(),
                it.precision(),
                it.publishedAt(),
                at,
                it.startingPoint(),
                it.evaluator(),
                it.evidence(),
                it.note(),
                it.disputed(),
                it.held(),
                it.confirmed(),
                it.tags(),
                it.provenance(),
                it.reason(),
                it.reasonText(),
                it.export());
    }

    @Test
    void aFlagAtOneSourceIsAFlagAtAll() {
        LedgerRowPayload measured = row(FIRST, "GPT-4", null, 3.99);
        LedgerRowPayload flagged =
                row(LATER, "GPT-4", "STANDING", 4.0, Map.of("leakage", "true"), null);
        List<LedgerRowPayload> rows = List.of(measured, flagged);
        assertThat(Results.of(indicator, rows, SeriesReading.COUNTED)).containsExactly(measured);
        assertThat(Results.of(indicator, rows, SeriesReading.CLEAN)).isEmpty();
    }

    private static LedgerRowPayload row(
            String source, String model, @Nullable String scaffold, double value) {
        return row(source, model, scaffold, "STANDING", value, Map.of(), null);
    }

    private static LedgerRowPayload row(
            String source,
            String model,
            String status,
            @Nullable Double value,
            Map<String, String> tags,
            @Nullable String reason) {
        return row(source, model, null, status, value, tags, reason);
    }

    private static LedgerRowPayload row(
            String source,
            String model,
            @Nullable String scaffold,
            String status,
            @Nullable Double value,
            Map<String, String> tags,
            @Nullable String reason) {
        return new LedgerRowPayload(
                source + model + value,
                1,
                status,
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
                null,
                null,
                tags,
                null,
                reason,
                null,
                null);
    }
}
