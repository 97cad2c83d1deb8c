package rubicon.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import rubicon.local.driver.DrivenHouse;

/// The least that a consumer can do to keep the newest value of each key: poll, parse, collapse by
/// key, one `unnest` upsert, commit the database and then the offsets. No history, no provenance,
/// no rules. What a service reaches beside it tells how far it is from the wall.
final class LeanLoop {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DrivenHouse house;

    LeanLoop(DrivenHouse house) {
        this.house = house;
    }

    /// Takes records off a topic until it has had as many as there are.
    void run(String topic, int records) throws SQLException, IOException {
        try (Connection database = connect();
                KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            database.setAutoCommit(false);
            table(database);
            consumer.subscribe(List.of(topic));
            int had = 0;
            while (had < records) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofMillis(500));
                if (!polled.isEmpty()) {
                    upsert(database, polled);
                    database.commit();
                    consumer.commitSync();
                    had += polled.count();
                }
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String topic) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        house.kafka(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        topic,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private Connection connect() throws SQLException, IOException {
        Properties account = new Properties();
        account.put("user", house.databaseUser());
        account.put("password", house.databasePassword());
        return DriverManager.getConnection(house.databaseUrl(), account);
    }

    private static void table(Connection database) throws SQLException {
        try (Statement make = database.createStatement()) {
            make.execute("create schema if not exists benchmark");
            make.execute(
                    """
                    create table if not exists benchmark.observation (
                        key text primary key, indicator text, model text, value double precision,
                        low double precision, observed_on text, stated_at text, evidence text)
                    """);
        }
        database.commit();
    }

    private static void upsert(Connection database, ConsumerRecords<byte[], byte[]> polled)
            throws SQLException, IOException {
        Map<String, JsonNode> newest = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> it : polled) {
            JsonNode event = JSON.readTree(it.value());
            newest.put(event.path("data").path("externalId").asText(), event);
        }
        List<JsonNode> events = List.copyOf(newest.values());
        try (PreparedStatement upsert =
                database.prepareStatement(
                        """
                        insert into benchmark.observation
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::double precision[],
                                             ?::double precision[], ?::text[], ?::text[], ?::text[])
                        on conflict (key) do update set
                            value = excluded.value, low = excluded.low,
                            observed_on = excluded.observed_on, stated_at = excluded.stated_at
                        """)) {
            upsert.setArray(1, database.createArrayOf("text", newest.keySet().toArray()));
            upsert.setArray(2, texts(database, events, "/data/indicator"));
            upsert.setArray(3, texts(database, events, "/data/subject/model"));
            upsert.setArray(4, numbers(database, events, "/data/value"));
            upsert.setArray(5, numbers(database, events, "/data/low"));
            upsert.setArray(6, texts(database, events, "/data/observedOn"));
            upsert.setArray(7, texts(database, events, "/time"));
            upsert.setArray(8, texts(database, events, "/data/evidence"));
            upsert.executeUpdate();
        }
    }

    private static java.sql.Array texts(Connection database, List<JsonNode> events, String field)
            throws SQLException {
        return database.createArrayOf(
                "text", events.stream().map(it -> it.at(field).asText()).toArray());
    }

    private static java.sql.Array numbers(Connection database, List<JsonNode> events, String field)
            throws SQLException {
        return database.createArrayOf(
                "float8", events.stream().map(it -> it.at(field).asDouble()).toArray());
    }
}
