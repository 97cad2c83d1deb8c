package rubicon.model.evalrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.evalrun.EvalRunCheck.Checked;
import rubicon.model.evalrun.EvalRunCheck.Refused;
import rubicon.model.evalrun.EvalRunCheck.Valid;
import rubicon.model.ledger.Violation;
import rubicon.model.observation.Provenance;
import rubicon.model.testing.Samples;
import rubicon.model.wire.EvalRunPayload;

class EvalRunCheckTest {
    private static final Instant STATED = Instant.parse("2026-03-03T21:04:54Z");
    private static final Instant STARTED = Instant.parse("2026-03-01T10:00:00.123456789Z");
    private static final Instant COMPLETED = Instant.parse("2026-03-01T11:00:00Z");

    private final EvalRunCheck check = new EvalRunCheck("statedAt");

    private static EvalRunPayload payload(
            @Nullable Double minutes, @Nullable Double score, @Nullable Instant completedAt) {
        return new EvalRunPayload(
                "metr",
                "run-1",
                "hcast",
                "Agent  One",
                "fix/main",
                null,
                minutes,
                score,
                STARTED,
                completedAt,
                null,
                null);
    }

    private Checked checked(EvalRunPayload payload) {
        return check.check(payload, STATED, Samples.NOW);
    }

    private List<Violation> violations(EvalRunPayload payload) {
        return ((Refused) checked(payload)).violations();
    }

    @Test
    void runIsTakenAsItIsWithTimesAsExactAsTheyAreKept() {
        assertThat(checked(payload(556.6, 0.25, COMPLETED)))
                .isEqualTo(
                        new Valid(
                                new EvalRun(
                                        new EvalRunKey("metr", "run-1"),
                                        "hcast",
                                        "Agent  One",
                                        "fix/main",
                                        null,
                                        556.6,
                                        0.25,
                                        Instant.parse("2026-03-01T10:00:00.123456Z"),
                                        COMPLETED,
                                        Provenance.NONE)));
    }

    @Test
    void taskThatNobodyTimedHasNoMinutes() {
        EvalRun run = ((Valid) checked(payload(null, 1.0, null))).run();
        assertThat(run.humanMinutes()).isNull();
        assertThat(run.completedAt()).isNull();
    }

    @Test
    void negativeZeroIsZero() {
        EvalRun run = ((Valid) checked(payload(1.0, -0.0, null))).run();
        assertThat(Double.doubleToRawLongBits(run.score())).isZero();
    }

    @ParameterizedTest(name = "humanMinutes {0}, score {1}: {2}")
    @CsvSource({
        "0, 1, humanMinutes, 0.0 is not above 0",
        "-1, 1, humanMinutes, -1.0 is not above 0",
        "NaN, 1, humanMinutes, NaN is not above 0",
        "Infinity, 1, humanMinutes, Infinity is not above 0",
        "1, 1.0001, score, 1.0001 is not between 0 and 1",
        "1, -0.1, score, -0.1 is not between 0 and 1",
        "1, NaN, score, NaN is not between 0 and 1",
        "1, , score, is missing"
    })
    void numberOutOfRangeIsNamed(
            double minutes, @Nullable Double score, String field, String message) {
        assertThat(violations(payload(minutes, score, null)))
                .containsExactly(new Violation(field, message));
    }

    @Test
    void runEndsAfterItBeganAndNotInTheFuture() {
        assertThat(violations(payload(1.0, 1.0, Instant.parse("2026-03-01T09:00:00Z"))))
                .extracting(Violation::field)
                .containsExactly("completedAt");
        assertThat(violations(payload(1.0, 1.0, Samples.NOW.plusSeconds(301))))
                .singleElement()
                .satisfies(it -> assertThat(it.field()).isEqualTo("completedAt"))
                .satisfies(it -> assertThat(it.message()).contains("five minutes ahead"));
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        EvalRunPayload empty =
                new EvalRunPayload(
                        null, " ", null, null, null, null, null, null, null, null, null, null);
        assertThat(violations(empty))
                .extracting(Violation::field)
                .containsExactly("source", "runId", "suite", "agent", "taskId", "score");
    }

    @ParameterizedTest
    @CsvSource({"101, source", "301, runId", "301, suite", "301, agent", "301, taskId"})
    void textOverItsLimitIsNamed(int length, String field) {
        String text = "x".repeat(length);
        EvalRunPayload payload =
                new EvalRunPayload(
                        field.equals("source") ? text : "s",
                        field.equals("runId") ? text : "r",
                        field.equals("suite") ? text : "s",
                        field.equals("agent") ? text : "a",
                        field.equals("taskId") ? text : "t",
                        null,
                        null,
                        1.0,
                        null,
                        null,
                        null,
                        null);
        assertThat(violations(payload)).extracting(Violation::field).containsExactly(field);
    }

    @Test
    void statementFromTheFutureIsRefused() {
        assertThat(check.check(payload(1.0, 1.0, null), Samples.NOW.plusSeconds(301), Samples.NOW))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it ->
                                assertThat(it.violations())
                                        .extracting(Violation::field)
                                        .containsExactly("statedAt"));
    }
}
