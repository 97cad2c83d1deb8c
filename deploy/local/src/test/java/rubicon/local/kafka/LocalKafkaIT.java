package rubicon.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.Durability;
import rubicon.local.process.Ports;
import rubicon.model.wire.Topics;

class LocalKafkaIT {
    private static final String LIMIT = "max.message.bytes";
    private static final ConfigResource RESULTS = topic(Topics.SIMULATION_RESULTS);
    private static final ConfigResource CHUNKS = topic(Topics.SIMULATION_CHUNKS);

    @TempDir private Path folder;

    @Test
    void aTopicOfAnOlderHouseTakesTodaysLargestMessage() throws Exception {
        try (LocalKafka kafka = start();
                Admin admin = admin(kafka)) {
            set(admin, RESULTS, 2 << 20);
            set(admin, CHUNKS, 16 << 20);
        }

        try (LocalKafka kafka = start();
                Admin admin = admin(kafka);
                KafkaProducer<byte[], byte[]> producer = producer(kafka)) {
            awaitLimit(admin, RESULTS, 8 << 20);
            awaitLimit(admin, CHUNKS, 16 << 20); // larger already
            // Room for what Kafka writes around it.
            byte[] large = new byte[Topics.LARGEST_SIMULATION_RESULT - 1024];
            assertThat(
                            producer.send(new ProducerRecord<>(RESULTS.name(), large))
                                    .get(30, TimeUnit.SECONDS)
                                    .serializedValueSize())
                    .isEqualTo(large.length);
        }
    }

    private LocalKafka start() throws InterruptedException {
        return LocalKafka.start(
                new KafkaSettings(
                        folder.resolve("kafka"), Ports.free(), Ports.free(), Durability.FLEETING));
    }

    private static void set(Admin admin, ConfigResource topic, int bytes) throws Exception {
        Map<ConfigResource, Collection<AlterConfigOp>> change =
                Map.of(
                        topic,
                        List.of(new AlterConfigOp(new ConfigEntry(LIMIT, "" + bytes), OpType.SET)));
        admin.incrementalAlterConfigs(change).all().get(30, TimeUnit.SECONDS);
        awaitLimit(admin, topic, bytes);
    }

    /// The broker hears of a change from its controller.
    private static void awaitLimit(Admin admin, ConfigResource topic, int bytes) {
        await().untilAsserted(() -> assertThat(limit(admin, topic)).isEqualTo("" + bytes));
    }

    private static String limit(Admin admin, ConfigResource topic) throws Exception {
        var settings = admin.describeConfigs(List.of(topic)).values().get(topic);
        return Objects.requireNonNull(settings).get(30, TimeUnit.SECONDS).get(LIMIT).value();
    }

    private static Admin admin(LocalKafka kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private static KafkaProducer<byte[], byte[]> producer(LocalKafka kafka) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "max.request.size",
                        Topics.LARGEST_SIMULATION_RESULT),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }
}
