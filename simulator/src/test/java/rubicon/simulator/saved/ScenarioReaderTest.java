package rubicon.simulator.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.simulator.evaluation.Models;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.simulation.RequestReaders;

/// What is read of scenarios without a container.
@NullUnmarked
class ScenarioReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CORRELATED =
            """
            {"title": "Follows", "model": "research-loop", "samples": 10,
             "parameters": {
               "horizonNow": {"distribution": "lognormal", "mu": 5, "sigma": 1},
               "horizonRef": {"distribution": "lognormal", "mu": 4, "sigma": 1}},
             "correlations": [{"between": ["horizonNow", "horizonRef"], "spearman": 0.5}],
             "bindings": {"horizonNow": {"indicator": "measured", "field": "FRONTIER",
               "drawn": %s}}}
            """;

    private final ScenarioReader reader =
            new ScenarioReader(RequestReaders.byDefault(), new Models());

    /// It is drawn by itself, and a number once it is bound.
    @Test
    void whatCannotBeRunOnceItIsBoundIsRefused() throws JsonProcessingException {
        FieldProblem problem = problems(CORRELATED.formatted(false)).getFirst();
        assertThat(problem.field()).isEqualTo("correlations");
        assertThat(problem.message())
                .contains("must each stand between", "with what is bound in its place");
        assertThat(problems(CORRELATED.formatted(true))).isEmpty();
    }

    @Test
    void variationsOverNoParametersAreNotLaid() throws JsonProcessingException {
        assertThat(
                        problems(
                                """
                                {"title": "x", "model": "takeoff", "parameters": [1],
                                 "variations": [{"title": "v", "parameters": {}}]}
                                """))
                .containsExactly(
                        new FieldProblem("parameters", "parameters must be a JSON object"));
    }

    /// A Brier score is of a probability alone.
    @Test
    void onlyAProbabilityIsHeldAgainstAThreshold() throws JsonProcessingException {
        String body =
                """
                {"title": "x", "model": "time-horizon", "samples": 10,
                 "publish": {"indicator": "forecast-x", "output": "%s"%s, "resolution":
                   {"indicator": "measured", "field": "FRONTIER", "on": "2026-12-31"%s}}}
                """;
        String atLeast = ", \"atLeast\": 6000";
        assertThat(problems(body.formatted("targetYear", ", \"item\": \"x\"", atLeast)))
                .extracting(FieldProblem::field)
                .contains("publish.resolution.atLeast");
        assertThat(problems(body.formatted("targetYear", ", \"item\": \"x\"", "")))
                .extracting(FieldProblem::field)
                .doesNotContain("publish.resolution.atLeast");
    }

    private List<FieldProblem> problems(String body) throws JsonProcessingException {
        var sent = JSON.readTree(body);
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> reader.read(sent));
        return refused == null ? List.of() : refused.problem().violations();
    }
}
