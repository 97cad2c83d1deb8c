package rubicon.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.Topics;

class HouseResourceIT {
    @Test
    void handsOutTheSameHouseToEveryApplication() throws Exception {
        Map<String, String> first = new HouseResource().start();
        new HouseResource().stop();

        assertThat(new HouseResource().start()).isEqualTo(first);
        assertThat(first)
                .containsOnlyKeys(
                        "kafka.bootstrap.servers",
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.username",
                        "quarkus.datasource.password");
    }

    @Test
    void postgresAnswersAndSpeaksUtf8InVersion18() throws Exception {
        HouseAddresses house = TestHouse.shared();

        try (var connection =
                        DriverManager.getConnection(
                                house.jdbcUrl(), house.username(), house.password());
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT current_setting('server_version_num')::int / 10000,"
                                        + " upper('ä'), current_setting('TimeZone')")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(18);
            assertThat(row.getString(2)).isEqualTo("Ä");
            assertThat(row.getString(3)).isIn("UTC", java.util.TimeZone.getDefault().getID());
        }
    }

    @Test
    void kafkaHasTheTopicsOfTheContract() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestHouse.shared().bootstrapServers()))) {
            var topics =
                    admin.describeTopics(Topics.all()).allTopicNames().get(30, TimeUnit.SECONDS);
            assertThat(topics.values())
                    .hasSize(Topics.all().size())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(12));

            assertThat(setting(admin, Topics.INDICATORS, "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(admin, Topics.OBSERVATIONS, "cleanup.policy")).isEqualTo("delete");
            // 30 days in milliseconds.
            assertThat(setting(admin, Topics.OBSERVATIONS, "retention.ms")).isEqualTo("2592000000");
        }
    }

    @Test
    void whatIsProducedIsConsumed() throws Exception {
        String servers = TestHouse.shared().bootstrapServers();
        try (var producer =
                        new KafkaProducer<>(
                                Map.<String, Object>of("bootstrap.servers", servers),
                                new StringSerializer(),
                                new StringSerializer());
                var consumer =
                        new KafkaConsumer<>(
                                Map.<String, Object>of(
                                        "bootstrap.servers", servers,
                                        "group.id", "test-house-it",
                                        "auto.offset.reset", "earliest"),
                                new StringDeserializer(),
                                new StringDeserializer())) {
            producer.send(new ProducerRecord<>(Topics.EVAL_RUNS, "run-1", "hello"))
                    .get(30, TimeUnit.SECONDS);
            consumer.subscribe(List.of(Topics.EVAL_RUNS));

            var records = consumer.poll(Duration.ofSeconds(30));

            assertThat(records)
                    .singleElement()
                    .satisfies(found -> assertThat(found.value()).isEqualTo("hello"));
        }
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var settings = admin.describeConfigs(List.of(resource)).values().get(resource);
        return Objects.requireNonNull(settings).get(30, TimeUnit.SECONDS).get(name).value();
    }
}
