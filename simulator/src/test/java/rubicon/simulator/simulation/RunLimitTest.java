package rubicon.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;

class RunLimitTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SLOW = 1;
    private static final String BETA =
            """
            {"distribution": "beta", "a": 990.5, "b": 1.5}
            """;

    @Test
    void aRunThatIsQuickAtTheFirstTryIsNotTriedFurther() {
        RunLimit limit =
                limit(plan -> {
                    throw new AssertionError("tried");
                });
        // Twice the minute.
        assertThatCode(() -> limit.check(request(24_000, 0), 0.005)).doesNotThrowAnyException();
    }

    /// A hundredth of a second each on two workers: in twice a minute 24,000.
    @Test
    void whatWouldLastLongerThanTwiceTheTimeLimitIsRefusedWithTheMostThatIsTaken() {
        RunLimit limit = limit(plan -> 0.01);

        assertThatCode(() -> limit.check(request(24_000, 0), SLOW)).doesNotThrowAnyException();
        FieldProblem problem = refused(limit, request(30_000, 0));

        assertThat(problem.field()).isEqualTo("samples");
        assertThat(problem.message())
                .isEqualTo(
                        "samples make 30000 runs, which would last about PT2M30S on 2 workers, and"
                                + " timeLimit is PT1M: at most 24000 runs are taken on; ask for"
                                + " fewer, or for more time");
    }

    /// Two inputs: four runs for each pair.
    @Test
    void runsForSobolIndicesCountAndAreNamedWhereTheyAreTheCause() {
        RunLimit limit = limit(plan -> 0.01);

        assertThatCode(() -> limit.check(request(1_000, 5_700), SLOW)).doesNotThrowAnyException();
        assertThat(refused(limit, request(1_000, 8_192)).field()).isEqualTo("sobolPairs");
        assertThat(refused(limit, request(30_000, 1)).field()).isEqualTo("samples");
    }

    @Test
    void whoAsksForWhatWasOfferedIsNotRefusedForABusierMoment() {
        Deque<Double> costs = new ArrayDeque<>(List.of(0.01, 0.02, 0.1));
        RunLimit limit = limit(plan -> costs.pop());

        assertThat(refused(limit, request(30_000, 0)).message()).contains("at most 24000 runs");
        assertThatCode(() -> limit.check(request(24_000, 0), SLOW)).doesNotThrowAnyException();
        assertThat(refused(limit, request(25_000, 0)).message()).contains("at most 24000 runs");
    }

    /// Four runs of a tenth of a second each, after four of two tenths.
    @Test
    void theLeastOfTheTriesCounts() {
        Deque<Long> clock =
                new ArrayDeque<>(
                        List.of(
                                0L,
                                0L,
                                800_000_000L,
                                800_000_000L,
                                800_000_000L,
                                1_200_000_000L,
                                1_200_000_000L));
        assertThat(new RunCost(request(10, 0).plan(), clock::pop).least()).isEqualTo(0.1);
    }

    /// Of twenty mixtures of twenty Beta distributions a draw takes milliseconds, the model
    /// microseconds.
    @Test
    void whatDrawsTakeCounts() {
        double slow =
                new RunCost(request(10, 0, mixture(mixture(BETA))).plan(), System::nanoTime)
                        .first();

        var quick = new RunCost(request(10, 0).plan(), System::nanoTime);
        double plain = DoubleStream.generate(quick::first).limit(10).min().orElseThrow();
        assertThat(slow).isGreaterThan(20 * plain);
    }

    private static String mixture(String part) {
        return "{\"distribution\": \"mixture\", \"parts\": [%s]}"
                .formatted(
                        String.join(
                                ",",
                                Collections.nCopies(
                                        20, "{\"weight\": 1, \"of\": %s}".formatted(part))));
    }

    private static RunLimit limit(ToDoubleFunction<Plan> cost) {
        return new RunLimit(2, () -> 2, cost);
    }

    private static FieldProblem refused(RunLimit limit, Request request) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> limit.check(request, SLOW))
                .actual()
                .problem()
                .violations()
                .getFirst();
    }

    private static Request request(int samples, int sobolPairs) {
        return request(
                samples,
                sobolPairs,
                """
                {"distribution": "uniform", "low": 0.99, "high": 0.999}
                """);
    }

    private static Request request(int samples, int sobolPairs, String fidelity) {
        String body =
                """
                {"model": "compounding-error", "samples": %d, "sobolPairs": %d,
                 "timeLimit": "PT1M", "correlations": [],
                 "parameters": {"fidelity": %s}}
                """
                        .formatted(samples, sobolPairs, fidelity);
        try {
            return RequestReaders.byDefault().read(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
