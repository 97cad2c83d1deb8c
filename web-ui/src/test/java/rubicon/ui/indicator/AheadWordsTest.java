package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.CrossingPayload;
import rubicon.model.wire.IndicatorStatePayload.Crossing;
import rubicon.model.wire.IndicatorStatePayload.ForecastPayload;
import rubicon.model.wire.IndicatorStatePayload.WindowPayload;
import rubicon.ui.testing.Wire;

class AheadWordsTest {
    private static final LocalDate END_OF_2026 = LocalDate.of(2026, 12, 31);

    @Test
    void howFarWindowsAreApartIsTheHeadline() {
        ForecastPayload it = Wire.hundredHours();
        assertThat(AheadWords.medians(it)).isEqualTo("1 Feb 2027 to 15 Jun 2027");
        assertThat(AheadWords.chance(it, END_OF_2026)).isEqualTo("7 % to 29 %");
        assertThat(AheadWords.chance(it, LocalDate.of(2027, 12, 31))).isEqualTo("> 99 %");
        assertThat(AheadWords.chance(it, LocalDate.of(2040, 12, 31))).isEmpty();
        assertThat(AheadWords.windows(it))
                .isEqualTo("since 2023 (14 points), since 2024 (12 points)");
        assertThat(AheadWords.silence(it)).isEmpty();
    }

    @Test
    void whatNeverComesSaysSo() {
        ForecastPayload never =
                new ForecastPayload(
                        1,
                        new Crossing(null, null, null),
                        "line",
                        List.of(
                                new WindowPayload(
                                        null,
                                        5,
                                        new Crossing(null, null, null),
                                        0.93,
                                        new TreeMap<>())));
        assertThat(AheadWords.day(never.crossing().p10())).isEqualTo("not within a century");
        assertThat(AheadWords.medians(never)).isEqualTo("in no window within a century");
        assertThat(AheadWords.windows(never)).isEqualTo("all (5 points)");
        assertThat(AheadWords.silence(never)).contains("93 %").contains("speaks against it");
    }

    @Test
    void whatWasAskedForIsToldWithHowFarWindowsAreApart() {
        assertThat(AheadWords.asked(asked(null, Wire.hundredHours(), Map.of())))
                .startsWith("100 h: expected from ")
                .contains(
                        "even odds, by windows, 1 Feb 2027 to 15 Jun 2027; by the end of 2026 with 7 % to 29 %.")
                .endsWith("Lines since 2023 (14 points), since 2024 (12 points).");
        assertThat(AheadWords.asked(asked(LocalDate.of(2026, 2, 5), null, Map.of())))
                .isEqualTo("100 h was crossed on 5 Feb 2026.");
        assertThat(AheadWords.asked(asked(null, null, Map.of("forecast", "3 points are few"))))
                .isEqualTo("Nothing is forecast of 100 h: 3 points are few.");
    }

    private static CrossingPayload asked(
            @Nullable LocalDate crossedOn,
            @Nullable ForecastPayload forecast,
            Map<String, String> reasons) {
        return new CrossingPayload(
                "x",
                "min",
                null,
                "COUNTED",
                LocalDate.of(2026, 5, 8),
                6000,
                crossedOn,
                forecast,
                reasons);
    }

    @Test
    void scoresAreToldWithWhatWasPromised() {
        assertThat(AheadWords.record(Wire.trackRecord("x")))
                .isEqualTo(
                        "In hindsight, date by date: 8 of 10 records lay in their central 80 %. 7 forecasts of crossings were made and kept here, 3 of them resolved (1 line). By windows of the trend came from the 10 % to the 90 % day: since 2023 25 %, since 2024 50 %, from the earliest to the latest of all > 99 %. What shapes expect is kept since 5 Jan 2026: of the records since, inside their central 80 % lay with exponential 1 of 2.");
    }
}
