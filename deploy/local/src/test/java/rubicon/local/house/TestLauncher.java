package rubicon.local.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rubicon.local.StartFailed;

/// Runs the launcher on one data folder as the script does: as a process of its own.
final class TestLauncher implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<String> HEARING_CONTROL_C = hearingControlC();

    private final Path project;
    private final Path data;
    private final int offset = freeOffset();
    private final List<Process> started = new ArrayList<>();

    TestLauncher(Path project, Path data) {
        this.project = project;
        this.data = data;
    }

    /// What a finished command said.
    record Answer(int exitCode, String text) {}

    HousePorts ports() {
        return HousePorts.of(offset);
    }

    DataFolder data() {
        return new DataFolder(data);
    }

    /// Starts a house in the foreground and waits until it is ready.
    Process up(String... options) throws Exception {
        return upUntil("All is ready", options);
    }

    /// Starts a house in the foreground and waits until it says that.
    Process upUntil(String said, String... options) throws Exception {
        return startUntil(said, "up", options);
    }

    /// Starts a command and waits until it says that.
    Process startUntil(String said, String command, String... options) throws Exception {
        Path output = Files.createTempFile(project, command, ".txt");
        Process launcher = launch(output, command, options);
        await().atMost(LIMIT)
                .until(() -> !launcher.isAlive() || Files.readString(output).contains(said));
        assertThat(launcher.isAlive()).as(Files.readString(output)).isTrue();
        return launcher;
    }

    /// Runs a command to its end.
    Answer run(String command, String... options) throws IOException, InterruptedException {
        Path output = Files.createTempFile(project, command, ".txt");
        Process process = launch(output, command, options);
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as(command).isTrue();
        return new Answer(process.exitValue(), Files.readString(output));
    }

    JsonNode status() throws Exception {
        return new ObjectMapper().readTree(run("status", "--json").text());
    }

    /// The processes of the house, the launcher's own among them.
    List<ProcessHandle> processes() {
        return data().written().orElseThrow().parts().stream()
                .flatMap(part -> part.process().stream())
                .toList();
    }

    ProcessHandle process(String component) {
        return data().written().orElseThrow().parts().stream()
                .filter(part -> part.name().equals(component))
                .findFirst()
                .flatMap(RunningHouse.Part::process)
                .orElseThrow(() -> new AssertionError(component + " does not run"));
    }

    static String get(int port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + port + path);
            return client.send(
                            HttpRequest.newBuilder(address).timeout(LIMIT).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /// Whatever a failed test left running ends with it.
    @Override
    public void close() throws IOException {
        try {
            if (data().written().isPresent()) {
                run("down");
            }
            for (Process process : started) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is started in the background of a script ignores Control-C, and hands that on to its
    /// children. GNU's `env` takes it back; elsewhere such a run fails these tests.
    private static List<String> hearingControlC() {
        List<String> env = List.of("env", "--default-signal=INT");
        List<String> trial = Stream.concat(env.stream(), Stream.of("true")).toList();
        try {
            return new ProcessBuilder(trial).start().waitFor() == 0 ? env : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private Process launch(Path output, String command, String... options) throws IOException {
        List<String> line = new ArrayList<>(HEARING_CONTROL_C);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of("-Drubicon.home=" + project, Launcher.class.getName(), command));
        line.addAll(List.of(options));
        line.addAll(List.of("--data", data.toString(), "--port-offset", "" + offset));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /// An offset at which all ports of a house are free now, and below those of outgoing
    /// connections.
    private static int freeOffset() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(2_500, 12_000))
                .filter(TestLauncher::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int offset) {
        try {
            HousePorts.of(offset).requireFree();
            return true;
        } catch (StartFailed taken) {
            return false;
        }
    }
}
