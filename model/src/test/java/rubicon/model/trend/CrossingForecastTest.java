package rubicon.model.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.model.stats.Range;

class CrossingForecastTest {
    private static final double HUNDRED_HOURS = 6000;
    private static final LocalDate LAST = LocalDate.of(2026, 2, 5);
    private static final LocalDate END_OF_2026 = LocalDate.of(2026, 12, 31);
    private final ScaledLine from2023 = ScaledLine.of(MetrPoints.FROM_2023, new Scale.Log());

    /// Oracle: .0708 and .29, the chances on the two windows of the model's specification; on the
    /// day of the last value next to nothing lies behind.
    @Test
    void theWindowOfATrendMattersMoreThanItsInterval() {
        Map<String, LocalDate> starts = new LinkedHashMap<>();
        starts.put("from 2023", LocalDate.of(2023, 1, 1));
        starts.put("from 2024", LocalDate.of(2024, 1, 1));
        var spread =
                CrossingSpread.of(
                        MetrPoints.FROM_2023, new Scale.Log(), HUNDRED_HOURS, LAST, starts);
        Range chance = spread.probabilityBy(END_OF_2026);
        assertThat(chance.low()).isCloseTo(0.0708, within(0.001));
        assertThat(chance.high()).isCloseTo(0.29, within(0.005));
        assertThat(spread.mixture(END_OF_2026, Map.of("from 2023", 1.0)))
                .isCloseTo(chance.low(), within(1e-15));
        assertThat(spread.mixture(END_OF_2026, Map.of("from 2023", 1.0, "from 2024", 1.0)))
                .isCloseTo((chance.low() + chance.high()) / 2, within(1e-15));
        assertThat(spread.day(0.5).low()).isLessThan(spread.day(0.5).high());
    }

    @Test
    void windowsAreFittedToWhatLiesInThem() {
        Map<String, LocalDate> starts = new LinkedHashMap<>();
        starts.put("all", LocalDate.MIN);
        starts.put("2025", LocalDate.of(2025, 1, 1));
        starts.put("too few", LocalDate.of(2026, 1, 1));
        var spread =
                CrossingSpread.of(
                        MetrPoints.FROM_2023, new Scale.Log(), HUNDRED_HOURS, LAST, starts);
        assertThat(spread.windows()).containsOnlyKeys("all", "2025");
    }

    @Test
    void nothingIsCrossedBeforeTodayNorBeforeTheLastValue() {
        CrossingForecast forecast = on(from2023, MetrPoints.FROM_2023, LocalDate.of(2026, 11, 21));
        assertThat(forecast.probabilityBy(LAST)).isZero();
        assertThat(forecast.probabilityBy(LocalDate.of(2026, 11, 21))).isZero();
        assertThat(forecast.day(1e-9))
                .isGreaterThanOrEqualTo((double) LocalDate.of(2026, 11, 21).toEpochDay());
        assertThatThrownBy(() -> on(from2023, MetrPoints.FROM_2023, LAST.minusDays(1)))
                .hasMessage("today 2026-02-04 is before the last value of 2026-02-05");
    }

    @Test
    void theChanceRisesWithTheDateAndAgreesWithTheDays() {
        CrossingForecast forecast = on(from2023, MetrPoints.FROM_2023, LAST);
        double before = 0;
        for (LocalDate date = LAST; date.isBefore(LAST.plusYears(12)); date = date.plusDays(11)) {
            double chance = forecast.probabilityBy(date);
            assertThat(chance).isBetween(before, 1.0);
            before = chance;
        }
        for (double p : new double[] {0.1, 0.5, 0.9}) {
            LocalDate day = LocalDate.ofEpochDay((long) Math.ceil(forecast.day(p)));
            assertThat(forecast.probabilityBy(day)).isGreaterThanOrEqualTo(p);
            assertThat(forecast.probabilityBy(day.minusDays(1))).isLessThan(p);
        }
    }

    @Test
    void aStaleSeriesLeavesAWiderForecast() {
        double before = 0;
        for (int months = 3; months <= 12; months += 3) {
            CrossingForecast forecast = on(from2023, MetrPoints.FROM_2023, LAST.plusMonths(months));
            double width = forecast.day(0.9) - forecast.day(0.1);
            assertThat(width).isGreaterThan(before);
            before = width;
        }
    }

    @Test
    void silenceSpeaksAgainstAnEarlyCrossing() {
        LocalDate later = LAST.plusMonths(18);
        CrossingForecast forecast = on(from2023, MetrPoints.FROM_2023, later);
        assertThat(forecast.expectedByToday()).isGreaterThan(0.4);
        assertThat(forecast.probabilityBy(later.plusDays(1))).isLessThan(0.05);
    }

    @Test
    void aSeriesThatDoesNotRiseMayNeverCross() {
        List<DatedValue> falling =
                MetrPoints.FROM_2023.stream()
                        .map(it -> new DatedValue("", it.date(), 100 / it.value()))
                        .toList();
        CrossingForecast forecast =
                CrossingForecast.of(ScaledLine.of(falling, new Scale.Log()), falling, 1000, LAST);
        assertThat(forecast.day(0.5)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(forecast.probabilityBy(LAST.plusYears(50))).isLessThan(1e-3);
    }

    @Test
    void whatWasCrossedIsNoForecast() {
        assertThatThrownBy(() -> CrossingForecast.of(from2023, MetrPoints.FROM_2023, 500, LAST))
                .hasMessage("500.0 was crossed already");
    }

    private static CrossingForecast on(Outlook outlook, List<DatedValue> values, LocalDate today) {
        return CrossingForecast.of(outlook, values, HUNDRED_HOURS, today);
    }
}
