package rubicon.local.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import rubicon.local.StartFailed;

/// A Kafka broker on loopback with the topics of the house, in this JVM.
public final class LocalKafka implements AutoCloseable {
    private final KafkaSettings settings;
    private final KafkaRaftServer server;

    private LocalKafka(KafkaSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /// Formats the folder if it is new, starts the broker, makes the topics that are missing, and
    /// lets those of an older house take messages as large as today's.
    ///
    /// @throws StartFailed with one sentence when it does not come up
    public static LocalKafka start(KafkaSettings settings) throws InterruptedException {
        Properties properties = BrokerProperties.of(settings);
        try {
            formatIfNew(settings.data(), properties);
        } catch (IOException e) {
            throw new StartFailed(
                    "Kafka could not write to " + settings.data() + ": " + e.getMessage(), e);
        }
        var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        var kafka = new LocalKafka(settings, server);
        try {
            server.startup();
            TopicLayout.prepare(settings.bootstrapServers());
            return kafka;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            kafka.close();
            throw new StartFailed("Kafka could not be started: " + e.getMessage(), e);
        }
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void formatIfNew(Path data, Properties properties) throws IOException {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(data);
        Path file = Files.createTempFile("rubicon-kafka", ".properties");
        try {
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            format(data, file);
        } finally {
            Files.delete(file);
        }
    }

    private static void format(Path data, Path properties) {
        var said = new ByteArrayOutputStream();
        String cluster = Uuid.randomUuid().toString();
        int exit =
                StorageTool.execute(
                        new String[] {"format", "-t", cluster, "-c", properties.toString()},
                        new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new StartFailed(
                    "Kafka could not format "
                            + data
                            + ": "
                            + said.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
