package rubicon.local.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import rubicon.local.postgres.LocalPostgres;
import rubicon.local.process.Ports;

/// A house that was started with `./rubicon up --detach`, on ports that were free. The system
/// property `rubicon.home` names the project's folder.
public final class DrivenHouse implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WEB = 8080;
    private static final int INGEST = 8081;
    private static final int SIMULATOR = 8082;
    private static final int POSTGRESQL = 15_432;
    private static final int KAFKA = 19_092;
    private static final int[] PORTS = {WEB, INGEST, SIMULATOR, POSTGRESQL, KAFKA, 19_093};

    private final Path data;
    private final int offset;
    private final HttpClient http = HttpClient.newHttpClient();

    private DrivenHouse(Path data, int offset) {
        this.data = data;
        this.offset = offset;
    }

    /// Starts a house and returns when it is ready.
    ///
    /// @param data its data folder
    /// @param options of `./rubicon up`, besides those that name data, ports and `--detach`
    /// @throws IllegalStateException if it does not start
    public static DrivenHouse up(Path data, String... options)
            throws IOException, InterruptedException {
        DrivenHouse house = new DrivenHouse(data, freeOffset());
        List<String> arguments = new ArrayList<>(List.of("up", "--detach"));
        arguments.addAll(List.of("--port-offset", Integer.toString(house.offset)));
        arguments.addAll(Arrays.asList(options));
        int exit = house.rubicon(arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("./rubicon up ended with " + exit);
        }
        return house;
    }

    /// Makes a house of a backup, starts it as [#up] does and returns when it is ready.
    ///
    /// @throws IllegalStateException if it is not restored or does not start
    public static DrivenHouse restore(Path file, Path data)
            throws IOException, InterruptedException {
        int exit = new DrivenHouse(data, 0).rubicon("restore", file.toString());
        if (exit != 0) {
            throw new IllegalStateException("./rubicon restore ended with " + exit);
        }
        return up(data);
    }

    /// Runs a command of this house's, shows what it prints, and returns its exit code.
    public int rubicon(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(arguments)).inheritIO().start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("./rubicon " + arguments[0] + " does not end");
        }
        return process.exitValue();
    }

    /// What `./rubicon status --json` prints.
    public JsonNode status() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command("status", "--json")).start();
        JsonNode status = JSON.readTree(process.getInputStream().readAllBytes());
        process.waitFor();
        return status;
    }

    /// The process of a component.
    public long pid(String component) throws IOException, InterruptedException {
        for (JsonNode it : status().path("components")) {
            if (it.path("name").asText().equals(component)) {
                return it.path("pid").asLong();
            }
        }
        throw new IllegalStateException(component + " is not part of the house");
    }

    /// Address of a page.
    public String page(String path) {
        return "http://127.0.0.1:%d%s".formatted(WEB + offset, path);
    }

    /// Address of what the simulator serves.
    public String simulator(String path) {
        return "http://127.0.0.1:%d/api/v1%s".formatted(SIMULATOR + offset, path);
    }

    /// Where Kafka listens.
    public String kafka() {
        return "127.0.0.1:" + (KAFKA + offset);
    }

    /// Address of the database, for JDBC.
    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s"
                .formatted(POSTGRESQL + offset, LocalPostgres.DATABASE);
    }

    /// Owner of the database.
    public String databaseUser() {
        return LocalPostgres.USER;
    }

    /// The owner's password.
    public String databasePassword() throws IOException {
        return Files.readString(data.resolve("database.password")).strip();
    }

    /// What ingest answers to reading.
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /// What the simulator answers to reading.
    public JsonNode simulated(String path) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(simulator(path)))
                        .timeout(Duration.ofSeconds(90))
                        .GET());
    }

    /// What ingest answers to reading with the house's own token, as it was sent.
    ///
    /// @param form that is accepted, `application/json` or `text/csv`
    public String text(String path, String form) throws IOException, InterruptedException {
        return new String(
                answer(authorised(path).header("Accept", form).GET()), StandardCharsets.UTF_8);
    }

    /// What ingest answers to a write of YAML with the house's own token.
    public JsonNode put(String path, String yaml) throws IOException, InterruptedException {
        return send(
                authorised(path)
                        .header("Content-Type", "application/yaml")
                        .PUT(HttpRequest.BodyPublishers.ofString(yaml)));
    }

    /// What ingest answers to a write of JSON with another token.
    public JsonNode postAs(String token, String path, String json)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /// What ingest answers to a write with the house's own token.
    public JsonNode post(String path) throws IOException, InterruptedException {
        return send(authorised(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /// What ingest answers to a write of JSON with the house's own token.
    public JsonNode post(String path, String json) throws IOException, InterruptedException {
        return send(
                authorised(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /// The credentials of the house.
    public JsonNode credentials() throws IOException {
        return JSON.readTree(data.resolve("credentials.json").toFile());
    }

    /// The log of a component.
    public Path log(String component) {
        return data.resolve("logs").resolve(component + ".log");
    }

    /// Stops the house.
    @Override
    public void close() throws IOException {
        try {
            rubicon("down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("rubicon.home"), "rubicon").toString());
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--data", data.toString()));
        return command;
    }

    private HttpRequest.Builder authorised(String path) throws IOException {
        String token = credentials().path("apiToken").asText();
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        URI url = URI.create("http://127.0.0.1:%d/api/v1%s".formatted(INGEST + offset, path));
        return HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(90));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(answer(request));
    }

    private byte[] answer(HttpRequest.Builder request) throws IOException, InterruptedException {
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
        return answer.body();
    }

    // From 2500 on: browsers refuse port 10080.
    private static int freeOffset() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(2_500, 12_000);
            if (Arrays.stream(PORTS).allMatch(port -> Ports.isFree(port + offset))) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }
}
