package rubicon.simulator.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.simulator.montecarlo.Blocks;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.montecarlo.SobolDesign;
import rubicon.simulator.montecarlo.SobolSums;
import rubicon.simulator.montecarlo.Tally;
import rubicon.simulator.montecarlo.Worker;
import rubicon.simulator.simulation.Results.Sensitivities;
import rubicon.simulator.testing.SimulatorHouse;

/// The service with seven workers answers, byte for byte, what one worker in one go finds.
@NullUnmarked
@QuarkusTest
@TestProfile(SevenWorkersIT.Seven.class)
@QuarkusTestResource(value = SimulatorHouse.class, restrictToAnnotatedClass = true)
class SevenWorkersIT {
    private static final String RUN =
            """
            {"model": "compounding-error", "samples": 60000, "seed": 5,
             "outputs": ["halfLife", "survival", "netError"], "sobolPairs": 5000,
             "parameters": {
               "fidelity": {"distribution": "uniform", "low": 0.9, "high": 0.99},
               "detection": {"distribution": "beta", "a": 2, "b": 2},
               "commonShare": 0, "generations": [1, 10]}}
            """;

    /// As many workers.
    public static final class Seven implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rubicon.simulations.workers", "7");
        }
    }

    @Inject RequestReader requests;
    @Inject Results results;
    @Inject SimulationConfig config;

    @Test
    void asManyWorkersAsOneLikesFindTheSame() throws Exception {
        assertThat(config.workers()).isEqualTo(7);
        Response begun =
                given().auth()
                        .oauth2("analyst")
                        .contentType("application/json")
                        .body(RUN)
                        .post("/api/v1/simulations");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        String path = "/api/v1/simulations/" + begun.jsonPath().getString("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(path).jsonPath().getString("state"), "DONE"::equals);

        assertThat(get(path + "/results").asString()).isEqualTo(byOne());
    }

    private String byOne() throws Exception {
        Request request = requests.read(new ObjectMapper().readTree(RUN));
        Plan plan = request.plan();
        var tally = new Tally(plan);
        tally.add(new Worker(plan).run(0, plan.blocks(), () -> false));
        var design = new SobolDesign(plan, request.sobolPairs());
        List<SobolSums> sums = new ArrayList<>();
        for (int block = 0; block < Blocks.count(request.sobolPairs()); block++) {
            sums.add(design.run(block, () -> false));
        }
        return results.text(
                Results.of(
                        plan,
                        tally,
                        new Sensitivities(
                                SensitivityRun.sobol(plan, request.sobolPairs(), sums),
                                SensitivityRun.tornado(plan))));
    }

    private static Response get(String path) {
        return given().auth().oauth2("viewer").get(path);
    }
}
