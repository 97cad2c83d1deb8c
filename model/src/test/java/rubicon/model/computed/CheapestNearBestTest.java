package rubicon.model.computed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.computed.CheapestNearBest.Cheapest;
import rubicon.model.computed.CheapestNearBest.Row;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Subject;

class CheapestNearBestTest {
    private final List<Row> board = new ArrayList<>();

    @Test
    void ofThoseWithinAPointOfTheBestTheCheapestCounts() {
        row("a", 1, 74.4, 0.72);
        row("b", 1, 73.4, 0.46);
        row("c", 1, 73.39, 0.03);

        assertThat(days()).containsExactly(tuple(1, "b", 0.46));
    }

    @Test
    void aBetterScoreRaisesTheBarAndWithItPerhapsTheCost() {
        row("small", 1, 60, 0.1);
        row("large", 2, 70, 0.9);
        row("weak", 3, 40, 0.01);
        row("lean", 4, 69.5, 0.3);

        assertThat(days())
                .containsExactly(
                        tuple(1, "small", 0.1),
                        tuple(2, "large", 0.9),
                        tuple(3, "large", 0.9),
                        tuple(4, "lean", 0.3));
    }

    @Test
    void theBestSetsTheBarAlsoWhereNobodyKnowsItsBill() {
        row("billed", 1, 69.5, 0.5);
        row("unbilled", 2, 70, null);
        row("far above", 3, 80, null);

        assertThat(days()).containsExactly(tuple(1, "billed", 0.5), tuple(2, "billed", 0.5));
    }

    @Test
    void whatADaySaysIsKnownOnceBothTheBestAndTheCheapestAre() {
        row("best", 1, 70, 2.0);
        row("cheapest", 2, 69.5, 1.0);
        row("neither", 2, 10, 0.1);

        assertThat(CheapestNearBest.byDay(board, 1).get(LocalDate.of(2026, 1, 2)))
                .extracting(Cheapest::knownAt)
                .isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    }

    private List<Tuple> days() {
        return CheapestNearBest.byDay(board, 1).values().stream()
                .map(it ->
                        tuple(it.day().getDayOfMonth(), it.system().subject().model(), it.cost()))
                .toList();
    }

    private void row(String model, int day, double score, @Nullable Double cost) {
        LocalDate date = LocalDate.of(2026, 1, day);
        board.add(
                new Row(
                        new Subject(model, null, null, null, Actor.AI),
                        date,
                        score,
                        cost,
                        date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
}
