package rubicon.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Content.Retracted;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.observation.RetractionReason;
import rubicon.model.testing.Samples;

class SeriesReadingTest {
    private static final Indicator INDICATOR = Samples.horizon(Samples.P50, Direction.HIGHER, null);
    private static final Observation VALUE =
            Samples.observation(Samples.P50, "first", "m", 4, "2026-01-01");

    private static int results(SeriesReading reading, Statement... statements) {
        IndicatorLedger ledger = IndicatorLedger.of(List.of(statements));
        return Result.standing(INDICATOR, reading.of(INDICATOR, ledger.histories())).size();
    }

    @Test
    void aFlagThatComesAfterTheValueTakesItOutOfWhatIsClean() {
        Statement plain = Samples.reported("a", "2026-01-01T00:00:00Z", VALUE);
        Statement flagged =
                Samples.reported(
                        "b", "2026-02-01T00:00:00Z", Samples.tagged(VALUE, "leakage", "true"));
        assertThat(results(SeriesReading.CLEAN, plain)).isEqualTo(1);
        assertThat(results(SeriesReading.CLEAN, plain, flagged)).isZero();
        assertThat(results(SeriesReading.INDEPENDENT, plain, flagged)).isZero();
        assertThat(results(SeriesReading.COUNTED, plain, flagged)).isEqualTo(1);
        Statement lifted = Samples.reported("c", "2026-03-01T00:00:00Z", VALUE);
        assertThat(results(SeriesReading.CLEAN, plain, flagged, lifted)).isEqualTo(1);
    }

    @Test
    void whatItsSourceDisputesIsReadWhereEveryLastWordIs() {
        Statement disputed =
                Samples.reported("a", "2026-01-01T00:00:00Z", VALUE.disputedBecause("cannot be"));
        assertThat(results(SeriesReading.COUNTED, disputed)).isZero();
        assertThat(results(SeriesReading.CLEAN, disputed)).isZero();
        assertThat(results(SeriesReading.STANDING, disputed)).isEqualTo(1);
    }

    @Test
    void aFlagAtAnySourceIsAFlagOfTheResult() {
        Observation copy = Samples.observation(Samples.P50, "second", "m", 4.1, "2026-01-01");
        Observation another =
                Samples.withId(
                        Samples.observation(Samples.P50, "second", "m", 9, "2026-01-01"),
                        "m again");
        Statement plain = Samples.reported("a", "2026-01-01T00:00:00Z", VALUE);
        Statement copied = Samples.reported("b", "2026-01-02T00:00:00Z", copy);
        Statement flagged =
                Samples.reported(
                        "c", "2026-02-01T00:00:00Z", Samples.tagged(VALUE, "hacking", "true"));
        Statement flaggedCopy =
                Samples.reported(
                        "d", "2026-02-01T00:00:00Z", Samples.tagged(copy, "hacking", "true"));
        Statement other = Samples.reported("e", "2026-01-02T00:00:00Z", another);
        assertThat(results(SeriesReading.CLEAN, plain, copied, flagged)).isZero();
        assertThat(results(SeriesReading.CLEAN, plain, copied, flaggedCopy)).isZero();
        assertThat(results(SeriesReading.COUNTED, plain, copied, flagged)).isEqualTo(1);
        assertThat(results(SeriesReading.CLEAN, plain, copied, other, flagged))
                .as("the other value is not the copy")
                .isEqualTo(1);
    }

    @Test
    void whatWasWithdrawnIsOutOfWhatIsCleanWithItsCopies() {
        Observation copy = Samples.observation(Samples.P50, "second", "m", 4, "2026-01-01");
        Statement plain = Samples.reported("a", "2026-01-01T00:00:00Z", VALUE);
        Statement copied = Samples.reported("b", "2026-01-02T00:00:00Z", copy);
        Statement gone = Samples.retracted("c", "2026-02-01T00:00:00Z", VALUE.key());
        for (SeriesReading reading : EnumSet.complementOf(EnumSet.of(SeriesReading.ALL))) {
            assertThat(results(reading, plain, copied, gone)).as(reading.name()).isZero();
        }
    }

    @Test
    void whatAReadingLeavesOutNothingOfIsNotCopied() {
        Statement plain = Samples.reported("a", "2026-01-01T00:00:00Z", VALUE);
        Standing standing = Standing.of(INDICATOR, IndicatorLedger.of(List.of(plain)).histories());
        for (SeriesReading reading : EnumSet.complementOf(EnumSet.of(SeriesReading.ALL))) {
            assertThat(standing.read(reading)).isSameAs(standing);
        }
    }

    @Test
    void whatWasWithdrawnIsReadWhereAllIs() {
        Statement plain = Samples.reported("a", "2026-01-01T00:00:00Z", VALUE);
        Statement withdrawn =
                new Statement(
                        "row",
                        new EventKey("test", "b"),
                        VALUE.key(),
                        Instant.parse("2026-02-01T00:00:00Z"),
                        Instant.parse("2026-02-01T00:00:01Z"),
                        new Retracted(RetractionReason.CONTAMINATION, ""));
        assertThat(results(SeriesReading.STANDING, plain, withdrawn)).isZero();
        assertThat(results(SeriesReading.ALL, plain, withdrawn)).isEqualTo(1);
        assertThat(results(SeriesReading.ALL, withdrawn)).isZero();
    }
}
