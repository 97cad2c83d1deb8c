package rubicon.model.computed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.computed.FrontierCards.Interval;
import rubicon.model.computed.FrontierCards.Printed;

class FrontierCardsTest {

    @Test
    void onlyWhatBeatsTheDevelopersOwnBestEndsAnInterval() {
        assertThat(
                        FrontierCards.intervals(
                                List.of(
                                        printed("A", "a-1", 1, "score", 50),
                                        printed("A", "a-small", 2, "score", 40),
                                        printed("A", "a-same", 3, "score", 50),
                                        printed("A", "a-2", 4, "score", 60),
                                        printed("B", "b-1", 2, "score", 10))))
                .extracting(Interval::developer, Interval::month, Interval::days)
                // January, February and March of 2026 have 90 days.
                .containsExactly(tuple("A", YearMonth.of(2026, 4), 90L));
    }

    @Test
    void cardsOfOneMonthAreOne() {
        assertThat(
                        FrontierCards.intervals(
                                List.of(
                                        printed("A", "a-1", 1, "score", 50),
                                        printed("A", "a-2 large", 2, "score", 70),
                                        printed("A", "a-2", 2, "score", 60))))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.days()).isEqualTo(31);
                    assertThat(it.models()).containsExactly("a-2", "a-2 large");
                });
    }

    @Test
    void anEvaluationThatIsNewBeatsNothing() {
        assertThat(
                        FrontierCards.intervals(
                                List.of(
                                        printed("A", "a-1", 1, "score", 50),
                                        printed("A", "a-2", 2, "other", 99),
                                        printed("A", "a-3", 3, "other", 99.5))))
                .extracting(Interval::before, Interval::month)
                .containsExactly(tuple(YearMonth.of(2026, 1), YearMonth.of(2026, 3)));
    }

    @Test
    void lessIsMoreWhereTheDirectionSaysSoAndNothingWhereItSaysNeither() {
        assertThat(
                        FrontierCards.intervals(
                                List.of(
                                        new Printed(
                                                "A", "a-1", month(1), id("t"), Direction.LOWER, 9),
                                        new Printed(
                                                "A", "a-2", month(2), id("t"), Direction.LOWER, 8),
                                        new Printed(
                                                "A", "a-1", month(1), id("u"), Direction.NONE, 9),
                                        new Printed(
                                                "A",
                                                "a-3",
                                                month(3),
                                                id("u"),
                                                Direction.NONE,
                                                99))))
                .extracting(Interval::month)
                .containsExactly(month(2));
    }

    private static Printed printed(
            String developer, String model, int month, String evaluation, double value) {
        return new Printed(developer, model, month(month), id(evaluation), Direction.HIGHER, value);
    }

    private static YearMonth month(int month) {
        return YearMonth.of(2026, month);
    }

    private static IndicatorId id(String id) {
        return new IndicatorId(id);
    }
}
