package rubicon.model.evalrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.observation.Provenance;

class EvalRunStatementTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    private static EvalRunStatement statement(
            int minute, String id, String agent, double score, Provenance provenance) {
        EvalRun run =
                new EvalRun(
                        new EvalRunKey("metr", "run-1"),
                        "hcast",
                        agent,
                        "fix/main",
                        "fix",
                        30.0,
                        score,
                        null,
                        null,
                        provenance);
        return new EvalRunStatement(new EventKey("test", id), NOON.plusSeconds(60L * minute), run);
    }

    private static EvalRunStatement statement(int minute, String id, String agent, double score) {
        return statement(minute, id, agent, score, Provenance.NONE);
    }

    @ParameterizedTest(name = "{1} says {2} scored {3} at {0}: {4}")
    @CsvSource({
        "1, b, o1-preview, 0.5, UNCHANGED",
        "1, b, o1, 0.5, REVISED",
        "1, b, o1-preview, 1, REVISED",
        "0, c, o1, 0.5, REVISED",
        "0, a, o1, 0.5, LATE",
        "-1, c, o1-preview, 0.5, LATE"
    })
    void laterStatementRevisesByWhatItSays(
            int minute, String id, String agent, double score, Decision decision) {
        EvalRunStatement standing = statement(0, "b", "o1-preview", 0.5);
        assertThat(statement(minute, id, agent, score).after(standing)).isEqualTo(decision);
    }

    @Test
    void anotherProvenanceAloneIsNoRevision() {
        Provenance other =
                new Provenance("https://example.org", null, null, null, null, null, null, null);
        assertThat(
                        statement(1, "b", "o1", 1, other)
                                .after(statement(0, "a", "o1", 1, Provenance.NONE)))
                .isEqualTo(Decision.UNCHANGED);
    }
}
