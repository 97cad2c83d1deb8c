package rubicon.simulator.simulation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.simulator.testing.Replicas;
import rubicon.simulator.testing.Replicas.Replica;

/// Packaged services side by side, as processes that can be killed.
@NullUnmarked
class ReplicasIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Some seconds of work for one process: chains of a thousand generations that drift, in blocks
    /// of samples and of the design for Sobol indices.
    private static final String RUN =
            """
            {"model": "compounding-error", "samples": 100000, "seed": 11,
             "sobolPairs": 16384, "outputs": ["driftSurvival", "halfLife"],
             "parameters": {"generations": [1000], "growth":
               {"distribution": "uniform", "low": 0.99, "high": 1.01}}}
            """;

    /// What results tell of it: rows of a table, the parts of a mixture.
    private static final String ORDERED =
            """
            {"model": "apple-picking", "samples": 100, "seed": 3,
             "parameters": {"agentRate": {"distribution": "mixture", "parts": [
               {"weight": 1, "of": {"distribution": "uniform", "low": 2, "high": 4}},
               {"weight": 1, "of": {"distribution": "uniform", "low": 4, "high": 6}}]}}}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private Replicas replicas;

    @TempDir private Path folder;

    @BeforeEach
    void begin() throws SQLException {
        replicas = new Replicas(folder);
    }

    @AfterEach
    void end() throws InterruptedException {
        http.close();
        replicas.close();
    }

    @Test
    void aReplicaThatIsKilledCostsTimeAndNotTheRun() throws Exception {
        URI survivor = replicas.start("survivor").address();
        String alone = begin(survivor);
        assertThat(ended(survivor, alone).path("state").asText()).isEqualTo("DONE");
        String expected = results(survivor, alone);
        assertThat(JSON.readTree(expected).at("/sensitivities/sobol")).isNotEmpty();

        Replica victim = replicas.start("victim");
        String together = sharedRun(survivor, victim);
        victim.kill();
        assertThat(run(survivor, together).path("state").asText()).isEqualTo("RUNNING");

        assertThat(ended(survivor, together).path("state").asText()).isEqualTo("DONE");
        assertThat(results(survivor, together)).isEqualTo(expected);
    }

    /// Each process has its own order of what has none.
    @Test
    void anEqualRunGivesEqualBytesAfterARestart() throws Exception {
        Replica before = replicas.start("before");
        String expected = done(before.address(), ORDERED);
        assertThat(JSON.readTree(expected).at("/fixed/releases")).isNotEmpty();
        assertThat(JSON.readTree(expected).at("/inputs").findValue("parts")).hasSize(2);
        before.kill();

        assertThat(done(replicas.start("after").address(), ORDERED)).isEqualTo(expected);
    }

    private String done(URI replica, String run) throws Exception {
        String id = begin(replica, run);
        assertThat(ended(replica, id).path("state").asText()).isEqualTo("DONE");
        return results(replica, id);
    }

    /// A run of which another replica has just begun a chunk. It listens before Kafka gives it a
    /// share, and by chance a run may have nothing in that share: then the next one has.
    private String sharedRun(URI replica, Replica other) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            String run = begin(replica);
                            await().atMost(PATIENCE)
                                    .pollInterval(Duration.ofMillis(20))
                                    .until(() ->
                                            !begun(other, run).isEmpty()
                                                    || !isRunning(replica, run));
                            return !begun(other, run).isEmpty() && isRunning(replica, run)
                                    ? run
                                    : "";
                        },
                        it -> !it.isEmpty());
    }

    /// The first blocks of the chunks of a run, the quick tornado aside, that a replica has begun.
    private Set<String> begun(Replica replica, String run) {
        return Pattern.compile("Chunk begun run=%s first=(\\d+)".formatted(run))
                .matcher(replica.said())
                .results()
                .map(it -> it.group(1))
                .collect(toSet());
    }

    private String begin(URI replica) throws Exception {
        return begin(replica, RUN);
    }

    private String begin(URI replica, String run) throws Exception {
        HttpResponse<String> answer =
                http.send(
                        request(replica, "/api/v1/simulations")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(run))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private JsonNode ended(URI replica, String id) {
        return await().atMost(PATIENCE)
                .until(() -> run(replica, id), it -> !it.path("state").asText().equals("RUNNING"));
    }

    private boolean isRunning(URI replica, String id) throws Exception {
        return run(replica, id).path("state").asText().equals("RUNNING");
    }

    private JsonNode run(URI replica, String id) throws Exception {
        return JSON.readTree(get(replica, "/api/v1/simulations/" + id));
    }

    private String results(URI replica, String id) throws Exception {
        return get(replica, "/api/v1/simulations/" + id + "/results");
    }

    private String get(URI replica, String path) throws Exception {
        return http.send(request(replica, path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpRequest.Builder request(URI replica, String path) {
        return HttpRequest.newBuilder(replica.resolve(path))
                .header("Authorization", "Bearer analyst")
                .timeout(Duration.ofSeconds(30));
    }
}
