package rubicon.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
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
}
