package rubicon.ui.client;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import rubicon.model.wire.PagePayload;

/// The simulator's REST interface, call by call. Blocking: pages call it away from the session's
/// lock.
@ApplicationScoped
public class SimulatorClient {
    private final JsonHttp http;

    SimulatorClient(SimulatorConfig config, SecurityConfig security, ObjectMapper json) {
        this.http = new JsonHttp("simulator", config, security.anonymousRead(), json);
    }

    /// Every scenario model.
    public Answer<List<ScenarioModelPayload>> models() {
        return http.send(
                        http.request("/models").GET(),
                        new TypeReference<PagePayload<ScenarioModelPayload>>() {})
                .map(PagePayload::items);
    }

    /// One model.
    public Answer<ScenarioModelPayload> model(String id) {
        return http.send(http.request("/models/" + path(id)).GET(), new TypeReference<>() {});
    }

    /// One deterministic run.
    ///
    /// @param parameters by name; what is left out takes its default
    public Answer<EvaluationPayload> evaluate(String model, Map<String, JsonNode> parameters) {
        return http.send(
                http.post("/models/" + path(model) + "/evaluate", Map.of("parameters", parameters)),
                new TypeReference<>() {});
    }

    /// Begins a Monte Carlo run.
    public Answer<SimulationPayload> simulate(Map<String, JsonNode> request, String token) {
        return http.send(
                JsonHttp.bearer(http.post("/simulations", request), token),
                new TypeReference<>() {});
    }

    /// A Monte Carlo run as it stands.
    public Answer<SimulationPayload> simulation(String id) {
        return http.send(http.request("/simulations/" + path(id)).GET(), new TypeReference<>() {});
    }

    /// Cancels a Monte Carlo run.
    public Answer<SimulationPayload> cancel(String id, String token) {
        return http.send(
                JsonHttp.bearer(http.request("/simulations/" + path(id)).DELETE(), token),
                new TypeReference<>() {});
    }

    /// What a run found.
    public Answer<SimulationResultPayload> results(String id) {
        return http.send(results(id, "application/json"), new TypeReference<>() {});
    }

    /// The same as it was sent.
    ///
    /// @param type `application/json` or `text/csv`
    public Answer<byte[]> resultFile(String id, String type) {
        return http.bytes(results(id, type));
    }

    /// The scenarios of all models, ready-made ones first.
    public Answer<List<ScenarioPayload>> scenarios() {
        return http.send(
                        http.request("/scenarios").GET(),
                        new TypeReference<PagePayload<ScenarioPayload>>() {})
                .map(PagePayload::items);
    }

    /// The scenarios of a model, ready-made ones first.
    public Answer<List<ScenarioPayload>> scenarios(String model) {
        return http.send(
                        http.request("/scenarios?model=" + path(model)).GET(),
                        new TypeReference<PagePayload<ScenarioPayload>>() {})
                .map(PagePayload::items);
    }

    /// Saves a scenario.
    public Answer<ScenarioPayload> saveScenario(Map<String, JsonNode> scenario, String token) {
        return http.send(
                JsonHttp.bearer(http.post("/scenarios", scenario), token),
                new TypeReference<>() {});
    }

    /// Saves a scenario from a file.
    ///
    /// @param yaml as [#scenarioFile] answers
    public Answer<ScenarioPayload> saveScenario(String yaml, String token) {
        return http.send(
                JsonHttp.bearer(http.post("/scenarios", "application/yaml", yaml), token),
                new TypeReference<>() {});
    }

    /// Saves another version of a scenario.
    public Answer<ScenarioPayload> changeScenario(
            String id, Map<String, JsonNode> scenario, String token) {
        return http.send(
                JsonHttp.bearer(http.put("/scenarios/" + path(id), scenario), token),
                new TypeReference<>() {});
    }

    /// Copies a scenario.
    ///
    /// @param over fields that are laid over the copy
    public Answer<ScenarioPayload> forkScenario(
            String id, Map<String, JsonNode> over, String token) {
        return http.send(
                JsonHttp.bearer(http.post("/scenarios/" + path(id) + "/fork", over), token),
                new TypeReference<>() {});
    }

    /// Begins a Monte Carlo run of a scenario as it stands.
    ///
    /// @param over other `samples` or `seed`
    public Answer<SimulationPayload> simulateScenario(
            String id, Map<String, JsonNode> over, String token) {
        return http.send(
                JsonHttp.bearer(http.post("/scenarios/" + path(id) + "/simulations", over), token),
                new TypeReference<>() {});
    }

    /// One deterministic run of a scenario with what the ledger holds now in the place of its
    /// bindings.
    public Answer<EvaluationPayload> evaluateScenario(String id) {
        return http.send(
                http.post("/scenarios/" + path(id) + "/evaluate", Map.of()),
                new TypeReference<>() {});
    }

    /// A scenario as a file to be read elsewhere.
    public Answer<byte[]> scenarioFile(String id) {
        return http.bytes(
                http.request("/scenarios/" + path(id))
                        .setHeader("Accept", "application/yaml")
                        .GET());
    }

    private HttpRequest.Builder results(String id, String type) {
        return http.request("/simulations/" + path(id) + "/results")
                .setHeader("Accept", type)
                .GET();
    }

    private static String path(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
