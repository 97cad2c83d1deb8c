package rubicon.model.computed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.computed.TwelveMonths.Happened;

class TwelveMonthsTest {
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    @Test
    void whatHappenedCountsInTwelveMonthsAndThenLeaves() {
        var sums = TwelveMonths.sums(List.of(new Happened(JANUARY, 2)), JANUARY.plusMonths(13));

        assertThat(sums).hasSize(14);
        assertThat(sums.headMap(YearMonth.of(2026, 1)).values()).hasSize(12).containsOnly(2);
        assertThat(sums).contains(entry(YearMonth.of(2026, 1), 0), entry(YearMonth.of(2026, 2), 0));
    }

    @Test
    void whatFallsIntoOneWindowAddsUp() {
        var sums =
                TwelveMonths.sums(
                        List.of(
                                new Happened(JANUARY, 1),
                                new Happened(JANUARY.plusMonths(11), 3),
                                new Happened(JANUARY.plusMonths(40), 9)),
                        JANUARY.plusMonths(12));

        assertThat(sums)
                .contains(
                        entry(YearMonth.of(2025, 11), 1),
                        entry(YearMonth.of(2025, 12), 4),
                        entry(YearMonth.of(2026, 1), 3))
                .hasSize(13);
    }

    @Test
    void nothingYetIsNoSeries() {
        assertThat(TwelveMonths.sums(List.of(), JANUARY)).isEmpty();
        assertThat(TwelveMonths.sums(List.of(new Happened(JANUARY.plusMonths(1), 1)), JANUARY))
                .isEmpty();
    }

    @Test
    void nothingHappensLessThanNever() {
        assertThatThrownBy(() -> new Happened(JANUARY, -1)).hasMessage("-1 times is negative");
    }
}
