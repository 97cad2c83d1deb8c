package rubicon.model.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;

class EntryHistoryTest {
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-01T00:00:00Z");
    private static final EntryHistory<String> EMPTY = EntryHistory.of(List.of());

    private static EntryStatement<String> told(String event, Instant statedAt, String content) {
        return new EntryStatement<>(
                new EventKey("tests", event), statedAt, statedAt.plusSeconds(60), content);
    }

    @Test
    void whatIsToldFirstIsNewAndStands() {
        EntryStatement<String> first = told("a", EARLY, "one");
        assertThat(EMPTY.decide(first)).isEqualTo(Decision.NEW);
        assertThat(EMPTY.with(first).standing()).contains(new EntryRevision<>(1, first));
        assertThat(EMPTY.standing()).isEmpty();
    }

    @Test
    void anotherContentLaterIsARevisionAndTheSameIsNone() {
        EntryHistory<String> history = EMPTY.with(told("a", EARLY, "one"));
        assertThat(history.decide(told("b", LATE, "two"))).isEqualTo(Decision.REVISED);
        assertThat(history.decide(told("b", LATE, "one"))).isEqualTo(Decision.UNCHANGED);
        assertThat(history.with(told("b", LATE, "two")).revisions()).hasSize(2);
        assertThat(history.with(told("b", LATE, "one")).revisions()).hasSize(1);
    }

    @Test
    void whatIsOlderAndComesLateIsKeptAndDoesNotStand() {
        EntryHistory<String> history = EMPTY.with(told("b", LATE, "two"));
        EntryStatement<String> older = told("a", EARLY, "one");
        assertThat(history.decide(older)).isEqualTo(Decision.LATE);
        assertThat(history.with(older).standing().orElseThrow().number()).isEqualTo(2);
        assertThat(history.with(older).standing().orElseThrow().statement().content())
                .isEqualTo("two");
    }

    @Test
    void statementsOfOneMomentAreOrderedByTheirEvents() {
        EntryHistory<String> history = EMPTY.with(told("b", EARLY, "two"));
        assertThat(history.with(told("a", EARLY, "one")).standing().orElseThrow().statement())
                .isEqualTo(told("b", EARLY, "two"));
    }

    @Test
    void asOfShowsOnlyWhatWasRecordedByThen() {
        EntryHistory<String> history =
                EMPTY.with(told("a", EARLY, "one")).with(told("b", LATE, "two"));
        assertThat(history.asOf(EARLY).standing()).isEmpty();
        assertThat(history.asOf(LATE).standing().orElseThrow().statement().content())
                .isEqualTo("one");
        assertThat(history.asOf(LATE.plusSeconds(60)).standing().orElseThrow().number())
                .isEqualTo(2);
    }

    @Test
    void anyOrderAndAnyDuplicationEndInTheSameRevisions() {
        long seed = 20_261_121;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<EntryStatement<String>> statements = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                statements.add(
                        told(
                                "e" + i,
                                EARLY.plusSeconds(random.nextInt(5)),
                                "content " + random.nextInt(3)));
            }
            List<EntryRevision<String>> expected = EntryHistory.of(statements).revisions();
            Collections.shuffle(statements, random);
            EntryHistory<String> arrived = EMPTY;
            for (EntryStatement<String> statement : statements) {
                arrived = arrived.with(statement);
            }
            assertThat(arrived.revisions()).as("seed %d round %d", seed, round).isEqualTo(expected);
            assertThat(expected.getLast().statement().content())
                    .as("the last in order says what stands")
                    .isEqualTo(arrived.statements().getLast().content());
        }
    }
}
