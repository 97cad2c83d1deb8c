package rubicon.benchmarks.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import rubicon.benchmarks.Arguments;
import rubicon.benchmarks.Folders;
import rubicon.benchmarks.Latencies;
import rubicon.local.driver.DrivenHouse;

/// How long a scenario model takes to answer, as the workbench asks it while somebody drags: over
/// HTTP, one question after the other, in a house of its own. A model one of whose choices decides
/// what else counts is asked at each of them. The yardstick is the same service asked whether it
/// lives.
public final class EvaluateBench {
    private static final int WARM_UP = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int samples;

    private EvaluateBench(int samples) {
        this.samples = samples;
    }

    /// What is asked of a model.
    private record Question(String name, URI address, String body) {}

    /// Runs the benchmark and prints what it measured.
    ///
    /// @return whether the median of every model meets the bar
    /// @throws IllegalArgumentException if an option is wrong
    public static boolean run(List<String> line) throws IOException, InterruptedException {
        Arguments options = Arguments.parse(line, "samples", "max-p50-ms");
        EvaluateBench bench = new EvaluateBench(options.count("samples", 40));
        double most = options.positive("max-p50-ms", 50);
        Path folder = Files.createTempDirectory("rubicon-bench");
        try (DrivenHouse house = DrivenHouse.up(folder.resolve("house"), "--empty")) {
            return bench.measure(house, most);
        } finally {
            Folders.delete(folder);
        }
    }

    private boolean measure(DrivenHouse house, double most)
            throws IOException, InterruptedException {
        System.out.println(Latencies.header());
        HttpRequest alive =
                HttpRequest.newBuilder(URI.create(house.simulator("")).resolve("/q/health/live"))
                        .GET()
                        .build();
        System.out.println(waits(alive).row("yardstick: whether it lives"));
        List<String> missed = new ArrayList<>();
        for (JsonNode model : house.simulated("/models").path("items")) {
            for (Question it : questions(house, model)) {
                Latencies waits =
                        waits(
                                HttpRequest.newBuilder(it.address())
                                        .timeout(Duration.ofSeconds(30))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(it.body()))
                                        .build());
                System.out.println(waits.row(it.name()));
                if (waits.median() > most) {
                    missed.add(it.name());
                }
            }
        }
        System.out.println(
                missed.isEmpty()
                        ? "every median is at most %.0f ms".formatted(most)
                        : "median above %.0f ms: %s".formatted(most, String.join(", ", missed)));
        return missed.isEmpty();
    }

    private Latencies waits(HttpRequest request) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = -WARM_UP; i < samples; i++) {
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            double took = (System.nanoTime() - begun) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
            }
            if (i >= 0) {
                millis.add(took);
            }
        }
        return Latencies.of(millis);
    }

    private static List<Question> questions(DrivenHouse house, JsonNode model) {
        String id = model.path("id").asText();
        URI address = URI.create(house.simulator("/models/" + id + "/evaluate"));
        Set<String> deciding = new TreeSet<>();
        model.path("parameters")
                .forEach(it -> deciding.add(it.path("onlyFor").path("parameter").asText()));
        List<Question> questions = new ArrayList<>();
        for (JsonNode parameter : model.path("parameters")) {
            String name = parameter.path("name").asText();
            if (deciding.contains(name)) {
                for (JsonNode choice : parameter.path("choices")) {
                    questions.add(
                            new Question(
                                    "%s %s=%s".formatted(id, name, choice.asText()),
                                    address,
                                    "{\"parameters\": {\"%s\": \"%s\"}}"
                                            .formatted(name, choice.asText())));
                }
            }
        }
        return questions.isEmpty()
                ? List.of(new Question(id, address, "{\"parameters\": {}}"))
                : questions;
    }
}
