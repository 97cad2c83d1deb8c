package rubicon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// A house that was started with `./rubicon up --detach`, on ports of its own.
final class RunningHouse implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int[] PORTS = {8080, 8081, 8082, 15_432, 19_092, 19_093};

    private final Path data;
    private final int offset;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningHouse(Path data, int offset) {
        this.data = data;
        this.offset = offset;
    }

    /// Starts a house and returns when it is ready.
    static RunningHouse up(Path data, String... options) throws IOException, InterruptedException {
        RunningHouse house = new RunningHouse(data, freeOffset());
        List<String> arguments = new ArrayList<>(List.of("up", "--detach"));
        arguments.addAll(List.of("--port-offset", Integer.toString(house.offset)));
        arguments.addAll(Arrays.asList(options));
        int exit = house.rubicon(arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("./rubicon up ended with " + exit);
        }
        return house;
    }

    /// Runs a command of this house's and returns its exit code.
    int rubicon(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("rubicon.home"), "rubicon").toString());
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--data", data.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("./rubicon " + arguments[0] + " does not end");
        }
        return process.exitValue();
    }

    int port(int base) {
        return base + offset;
    }

    /// Address of a page.
    String page(String path) {
        return "http://127.0.0.1:%d%s".formatted(port(8080), path);
    }

    /// What ingest answers to reading.
    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /// What ingest answers to a write with the house's own token.
    JsonNode post(String path) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Authorization", "Bearer " + token())
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /// The credentials of the house.
    JsonNode credentials() throws IOException {
        return JSON.readTree(data.resolve("credentials.json").toFile());
    }

    /// What `./rubicon status --json` prints.
    JsonNode status() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("rubicon.home"), "rubicon").toString(),
                                "status",
                                "--json",
                                "--data",
                                data.toString())
                        .start();
        JsonNode status = JSON.readTree(process.getInputStream().readAllBytes());
        process.waitFor();
        return status;
    }

    /// The process of a component.
    long pid(String component) throws IOException, InterruptedException {
        for (JsonNode it : status().path("components")) {
            if (it.path("name").asText().equals(component)) {
                return it.path("pid").asLong();
            }
        }
        throw new IllegalStateException(component + " is not part of the house");
    }

    /// The log of a component.
    Path log(String component) {
        return data.resolve("logs").resolve(component + ".log");
    }

    @Override
    public void close() throws IOException {
        try {
            rubicon("down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String token() throws IOException {
        return credentials().path("apiToken").asText();
    }

    private HttpRequest.Builder request(String path) {
        URI url = URI.create("http://127.0.0.1:%d/api/v1%s".formatted(port(8081), path));
        return HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(90));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    "%s answered %d: %s"
                            .formatted(
                                    answer.uri(),
                                    answer.statusCode(),
                                    new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return JSON.readTree(answer.body());
    }

    // From 2500 on: browsers refuse port 10080.
    private static int freeOffset() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(2_500, 12_000);
            if (Arrays.stream(PORTS).allMatch(port -> isFree(port + offset))) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /// A sources file that reads METR's format from an address.
    static Path sources(Path folder, URI url) throws IOException {
        return Files.writeString(
                folder.resolve("sources.yaml"),
                """
                sources:
                  - id: metr-time-horizons
                    connector: metr-benchmark-results
                    url: %s
                    every: PT6H
                    enabled: false
                """
                        .formatted(url));
    }
}
