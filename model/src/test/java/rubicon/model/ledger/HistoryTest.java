package rubicon.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rubicon.model.ledger.Revision.Status;
import rubicon.model.observation.Observation;
import rubicon.model.testing.Samples;

class HistoryTest {
    private static final String EARLY = "2026-01-01T00:00:00Z";
    private static final String MIDDLE = "2026-02-01T00:00:00Z";
    private static final String LATE = "2026-03-01T00:00:00Z";

    private static Statement value(String event, String statedAt, double value) {
        return Samples.reported(
                event,
                statedAt,
                Samples.observation(Samples.P50, "first", "m", value, "2026-01-01"));
    }

    private static Statement disputed(String event, String statedAt, double value, String why) {
        return Samples.reported(
                event,
                statedAt,
                Samples.observation(Samples.P50, "first", "m", value, "2026-01-01")
                        .disputedBecause(why));
    }

    @Test
    void theFirstValueIsNewAndStands() {
        Statement first = value("a", EARLY, 1);
        assertThat(History.EMPTY.decide(first)).isEqualTo(Decision.NEW);
        assertThat(History.EMPTY.with(first).revisions())
                .containsExactly(new Revision(1, first, Status.STANDING));
    }

    @Test
    void anotherValueLaterIsARevisionAndTheOldOneStays() {
        History history = History.EMPTY.with(value("a", EARLY, 1));
        Statement correction = value("b", MIDDLE, 2);
        assertThat(history.decide(correction)).isEqualTo(Decision.REVISED);
        assertThat(history.with(correction).revisions())
                .extracting(Revision::number, Revision::status)
                .containsExactly(tuple(1, Status.SUPERSEDED), tuple(2, Status.STANDING));
    }

    @Test
    void theSameValueAgainIsNoRevision() {
        History history = History.EMPTY.with(value("a", EARLY, 1));
        Statement again = value("b", MIDDLE, 1);
        assertThat(history.decide(again)).isEqualTo(Decision.UNCHANGED);
        assertThat(history.with(again).revisions()).hasSize(1);
    }

    @Test
    void aFlagThatComesAfterTheValueIsNoRevisionAndIsSeen() {
        Observation plain = Samples.observation(Samples.P50, "first", "m", 1, "2026-01-01");
        Observation flagged = Samples.tagged(plain, "leakage", "true");
        Statement first = Samples.reported("a", EARLY, plain);
        Statement later = Samples.reported("b", MIDDLE, flagged);
        History history = History.EMPTY.with(first);
        assertThat(history.decide(later)).isEqualTo(Decision.UNCHANGED);
        Statement seen = history.with(later).current().orElseThrow().statement();
        assertThat(seen.id()).isEqualTo("row-a");
        assertThat(seen.content()).isEqualTo(new Content.Reported(flagged));
        assertThat(History.EMPTY.with(later).with(first).current())
                .isEqualTo(history.with(later).current());
    }

    @Test
    void aNameThatComesAfterTheValueIsNoRevisionAndIsSeen() {
        Observation unresolved = Samples.observation(Samples.P50, "first", "m", 1, "2026-01-01");
        Observation resolved = Samples.named(unresolved, "The M");
        Statement first = Samples.reported("a", EARLY, unresolved);
        Statement later = Samples.reported("b", MIDDLE, resolved);
        History history = History.EMPTY.with(first);
        assertThat(history.decide(later)).isEqualTo(Decision.UNCHANGED);
        assertThat(history.isMarkedBy(later, _ -> false)).isTrue();
        assertThat(history.isMarkedBy(Samples.reported("b", MIDDLE, unresolved), _ -> false))
                .isFalse();
        assertThat(history.with(later).revisions()).hasSize(1);
        assertThat(history.with(later).current().orElseThrow().statement().content())
                .isEqualTo(new Content.Reported(resolved));
        assertThat(History.EMPTY.with(later).with(first).current())
                .isEqualTo(history.with(later).current());
    }

    @Test
    void anOlderStatementThatComesLateIsKeptAndDoesNotStand() {
        History history = History.EMPTY.with(value("b", LATE, 2));
        Statement older = value("a", EARLY, 1);
        assertThat(history.decide(older)).isEqualTo(Decision.LATE);
        assertThat(history.with(older).current().orElseThrow().statement().id()).isEqualTo("row-b");
        assertThat(history.with(older).revisions()).hasSize(2);
    }

    @Test
    void aConfirmedValueIsNotOutrankedByALateStatementFromBetween() {
        // 1, then 2, then 1 again; the middle one arrives last.
        History history =
                History.EMPTY
                        .with(value("a", EARLY, 1))
                        .with(value("c", LATE, 1))
                        .with(value("b", MIDDLE, 2));
        assertThat(history.current().orElseThrow().statement().id()).isEqualTo("row-c");
    }

    @Test
    void statementsOfOneMomentAreOrderedByTheirEvents() {
        History history = History.EMPTY.with(value("b", EARLY, 2)).with(value("a", EARLY, 1));
        assertThat(history.current().orElseThrow().statement().id()).isEqualTo("row-b");
    }

    @Test
    void aRetractionLeavesNoValueAndAReturnStandsAgain() {
        Statement first = value("a", EARLY, 1);
        Statement retraction = Samples.retracted("b", MIDDLE, first.key());
        History retracted = History.EMPTY.with(first).with(retraction);
        assertThat(History.EMPTY.with(first).decide(retraction)).isEqualTo(Decision.RETRACTED);
        assertThat(retracted.current().orElseThrow().status()).isEqualTo(Status.RETRACTED);

        History returned = retracted.with(value("c", LATE, 1));
        assertThat(returned.current().orElseThrow().status()).isEqualTo(Status.STANDING);
        assertThat(returned.revisions()).hasSize(3);
    }

    @Test
    void aDisputedValueIsTheLastWordUntilOneWithoutTheMarkFollows() {
        Statement plain = value("a", EARLY, 1);
        Statement disputed = disputed("b", MIDDLE, 1, "nobody can repeat it");
        History history = History.EMPTY.with(plain);
        assertThat(history.decide(disputed)).isEqualTo(Decision.REVISED);

        History marked = history.with(disputed);
        assertThat(marked.revisions())
                .extracting(Revision::number, Revision::status)
                .containsExactly(tuple(1, Status.SUPERSEDED), tuple(2, Status.DISPUTED));
        assertThat(marked.decide(disputed("c", LATE, 1, "nobody can repeat it")))
                .isEqualTo(Decision.UNCHANGED);
        assertThat(marked.decide(disputed("c", LATE, 1, "somebody repeated another")))
                .as("another reason is another statement")
                .isEqualTo(Decision.REVISED);

        Statement lifted = value("c", LATE, 1);
        assertThat(marked.decide(lifted)).isEqualTo(Decision.REVISED);
        assertThat(marked.with(lifted).current().orElseThrow().status()).isEqualTo(Status.STANDING);
        assertThat(marked.with(lifted).revisions()).hasSize(3);
    }

    @Test
    void asOfShowsOnlyWhatWasRecordedByThen() {
        Statement first = value("a", EARLY, 1);
        History history = History.EMPTY.with(first);
        assertThat(history.asOf(Samples.NOW.minusSeconds(1)).statements()).isEmpty();
        assertThat(history.asOf(Samples.NOW).statements()).containsExactly(first);
        assertThat(history.firstStatedAt()).contains(Instant.parse(EARLY));
    }

    @Test
    void anyOrderOfArrivalEndsInTheSameRevisions() {
        long seed = 20_261_120;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Statement> statements = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String statedAt = Instant.parse(EARLY).plusSeconds(random.nextInt(5)).toString();
                statements.add(
                        switch (random.nextInt(5)) {
                            case 0 ->
                                    Samples.retracted(
                                            "e" + i, statedAt, value("x", EARLY, 1).key());
                            case 1 -> disputed("e" + i, statedAt, random.nextInt(3), "doubtful");
                            default -> value("e" + i, statedAt, random.nextInt(3));
                        });
            }
            List<Revision> expected = History.of(statements).revisions();
            Collections.shuffle(statements, random);
            History arrived = History.EMPTY;
            for (Statement statement : statements) {
                arrived = arrived.with(statement);
            }
            assertThat(arrived.revisions())
                    .as(
                            "seed %d round %d order %s",
                            seed,
                            round,
                            statements.stream().map(Statement::id).collect(Collectors.joining()))
                    .isEqualTo(expected);
        }
    }
}
