package rubicon.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import rubicon.local.driver.DrivenHouse;

/// The least that a consumer can do to keep the newest value of each key: poll, parse, collapse by
/// key, one `unnest` upsert, commit the database and then the offsets. No history, no provenance,
/// no rules. What a service reaches beside it tells how far it is from the wall.
final class LeanLoop implements Peer, Feed.Taker {
    static final String NAME = "lean";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PeerTable TABLE = Load.table("lean_observation");
    private static final String UPSERT =
            TABLE.upsertFrom(
                    """
                    unnest(?::text[], ?::text[], ?::text[], ?::double precision[],
                           ?::double precision[], ?::text[], ?::text[], ?::text[])
                    """);

    private final DrivenHouse house;
    private final Feed feed;
    private final Thread thread = new Thread(this::run, NAME);
    private volatile boolean closed;
    private volatile @Nullable Exception failure;

    private LeanLoop(DrivenHouse house, Feed feed) {
        this.house = house;
        this.feed = feed;
    }

    /// Begins to wait for records.
    static LeanLoop start(DrivenHouse house, Feed feed)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        LeanLoop loop = new LeanLoop(house, feed);
        feed.makeTopic(loop.topic());
        try (Connection database = Sql.connect(house)) {
            TABLE.make(database);
        }
        loop.thread.start();
        return loop;
    }

    @Override
    public String topic() {
        return "rubicon.benchmark.lean";
    }

    @Override
    public String group() {
        return topic();
    }

    @Override
    public void requireAlive() {
        if (failure != null) {
            throw new IllegalStateException("the lean loop has failed", failure);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PeerTable table() {
        return TABLE;
    }

    @Override
    public Duration take(Load load) throws IOException, ExecutionException, InterruptedException {
        try (Prepared messages = Prepared.of(load.events().map(Load.Event::message))) {
            return feed.send(this, messages);
        }
    }

    private void run() {
        try (Connection database = Sql.connect(house);
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            database.setAutoCommit(false);
            consumer.subscribe(List.of(topic()));
            while (!closed) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofMillis(500));
                if (!polled.isEmpty()) {
                    upsert(database, polled);
                    database.commit();
                    consumer.commitSync();
                }
            }
        } catch (SQLException | IOException | RuntimeException e) {
            failure = e;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        house.kafka(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static void upsert(Connection database, ConsumerRecords<byte[], byte[]> polled)
            throws SQLException, IOException {
        Map<String, JsonNode> newest = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> it : polled) {
            JsonNode event = JSON.readTree(it.value());
            newest.put(event.path("data").path("externalId").asText(), event);
        }
        List<JsonNode> events = List.copyOf(newest.values());
        try (PreparedStatement upsert = database.prepareStatement(UPSERT)) {
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

    private static Array texts(Connection database, List<JsonNode> events, String field)
            throws SQLException {
        return database.createArrayOf(
                "text", events.stream().map(it -> it.at(field).asText()).toArray());
    }

    private static Array numbers(Connection database, List<JsonNode> events, String field)
            throws SQLException {
        return database.createArrayOf(
                "float8", events.stream().map(it -> it.at(field).asDouble()).toArray());
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
