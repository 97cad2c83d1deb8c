package rubicon.ui.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rubicon.ui.testing.Tales;

final class ForecastWordsTest {
    @Test
    void aProbabilityIsToldInPerCent() {
        assertThat(ForecastWords.said(Tales.probability("it", 0.6, "2028-12-31", null), "").line())
                .isEqualTo("60 %, probability");
    }

    @Test
    void quantilesAreToldByTheirMedianFirst() {
        var days = Tales.days("it", "x", "2026-09-01", "2027-06-19", "2028-11-30");

        assertThat(ForecastWords.said(days, "min"))
                .isEqualTo(
                        new ForecastWords(
                                "19 Jun 2027", "median; 10 % 1 Sep 2026 · 90 % 30 Nov 2028"));
    }

    @Test
    void aNumberHasTheUnitThatItWasSaidIn() {
        var interval = Tales.inUnit(Tales.interval("it", "x", "2027-01-01", 2.5, 9), "months");

        assertThat(ForecastWords.said(interval, "min").line())
                .isEqualTo("2.5 months to 9 months, 80 % interval");
        assertThat(ForecastWords.said(Tales.value("it", "x", "2027-01-01", 600), "min").main())
                .isEqualTo("10 h");
    }

    @Test
    void wordsAloneAreToldAsSuch() {
        assertThat(ForecastWords.said(Tales.forecast("it", null, null), "").main())
                .isEqualTo("No number");
    }
}
