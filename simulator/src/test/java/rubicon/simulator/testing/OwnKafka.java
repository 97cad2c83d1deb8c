package rubicon.simulator.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.local.Durability;
import rubicon.local.kafka.KafkaSettings;
import rubicon.local.kafka.LocalKafka;
import rubicon.local.process.Ports;

/// A Kafka that a test can stop and start again, as a process of its own: what it held is there
/// again, at the same address.
public final class OwnKafka implements AutoCloseable {
    private static final String UP = "Kafka is up";

    private final Path folder;
    private final int port = Ports.free();
    private final int controllerPort = Ports.free();
    private @Nullable Process process;

    /// One that keeps its things in a folder. Nothing runs until [#start].
    public OwnKafka(Path folder) {
        this.folder = folder;
    }

    /// What `kafka.bootstrap.servers` is set to.
    public String address() {
        return "127.0.0.1:" + port;
    }

    /// Starts it and waits until it has its topics.
    public void start() {
        try {
            Process started =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-Xmx256m",
                                            "-XX:+UseSerialGC",
                                            "-XX:TieredStopAtLevel=1",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            OwnKafka.class.getName(),
                                            folder.resolve("kafka").toString(),
                                            "" + port,
                                            "" + controllerPort))
                            .redirectError(folder.resolve("kafka.err").toFile())
                            .start();
            process = started;
            BufferedReader said = started.inputReader(StandardCharsets.UTF_8);
            String line = said.readLine();
            while (line != null && !line.contains(UP)) {
                line = said.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("Kafka did not come up");
            }
            // Whatever it says from now on must not fill the pipe.
            Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stops it in order.
    public void stop() {
        Process mine = Objects.requireNonNull(process, "it does not run");
        try {
            mine.outputWriter().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(mine);
        process = null;
    }

    private static void await(Process ending) {
        try {
            ending.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Process mine = process;
        if (mine != null) {
            await(mine.destroyForcibly());
        }
    }

    /// Runs until nobody writes to it any more.
    ///
    /// @param arguments the folder, and the ports of broker and controller
    public static void main(String[] arguments) throws Exception {
        var settings =
                new KafkaSettings(
                        Path.of(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Durability.FLEETING);
        try (LocalKafka kafka = LocalKafka.start(settings);
                var in = new InputStreamReader(System.in, StandardCharsets.UTF_8)) {
            System.out.println(UP + " at " + kafka.bootstrapServers());
            while (in.read() >= 0) {
                // Until the test ends, or wants it to.
            }
        }
        System.exit(0);
    }
}
