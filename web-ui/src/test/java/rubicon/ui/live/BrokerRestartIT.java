package rubicon.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.Durability;
import rubicon.local.kafka.KafkaSettings;
import rubicon.local.kafka.LocalKafka;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.Topics;
import rubicon.ui.testing.Wire;

/// A feed against a real broker that goes away and comes back.
final class BrokerRestartIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ObjectMapper json =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    @TempDir private Path folder;

    @Test
    void theFeedKeepsItsValuesWhileTheBrokerIsAwayAndGoesOnWhenItIsBack() throws Exception {
        KafkaSettings settings =
                new KafkaSettings(
                        folder.resolve("kafka"), freePort(), freePort(), Durability.FLEETING);
        LocalKafka broker = LocalKafka.start(settings);
        Map<String, Object> connection = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var feed = new IndicatorFeed(KafkaTopicSource.with(connection), json)) {
            feed.start();
            publish(connection, Wire.state("a", 1));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(feed.peekStatus()).isEqualTo(FeedStatus.LIVE));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(version(feed)).contains(1L));

            broker.close();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(feed.peekStatus()).isEqualTo(FeedStatus.STALE));
            assertThat(version(feed)).contains(1L);
            assertThat(feed.isAlive()).isTrue();

            broker = LocalKafka.start(settings);
            publish(connection, Wire.state("a", 2));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(version(feed)).contains(2L));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(feed.peekStatus()).isEqualTo(FeedStatus.LIVE));
        } finally {
            broker.close();
        }
    }

    private static Optional<Long> version(IndicatorFeed feed) {
        return feed.peekStates().stream()
                .filter(state -> state.indicator().equals("a"))
                .map(IndicatorStatePayload::version)
                .findFirst();
    }

    private void publish(Map<String, Object> connection, IndicatorStatePayload state)
            throws Exception {
        try (var producer =
                new KafkaProducer<>(connection, new StringSerializer(), new StringSerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    Topics.INDICATORS,
                                    state.indicator(),
                                    json.writeValueAsString(state)))
                    .get();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
