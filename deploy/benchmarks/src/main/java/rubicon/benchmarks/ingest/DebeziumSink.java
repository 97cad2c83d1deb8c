package rubicon.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import rubicon.local.driver.DrivenHouse;

/// What one would use otherwise: Debezium's JDBC sink in Kafka Connect. It upserts eight narrow
/// columns; its records carry their schema.
///
/// @param feed that it is fed by
/// @param connect that it runs in
record DebeziumSink(Feed feed, KafkaConnect connect) implements Peer, Feed.Taker {
    static final String NAME = "debezium";

    private static final String TOPIC = "rubicon.benchmark.debezium";
    private static final String CONNECTOR = "sink";
    private static final PeerTable TABLE = Load.table("debezium_observation");

    /// Starts it, and returns when it waits for records.
    ///
    /// @param folder for its files
    static DebeziumSink start(DrivenHouse house, Feed feed, Path folder)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        try (Connection database = Sql.connect(house)) {
            TABLE.make(database);
        }
        feed.makeTopic(TOPIC);
        return new DebeziumSink(
                feed, KafkaConnect.start(house.kafka(), folder, CONNECTOR, properties(house)));
    }

    private static String properties(DrivenHouse house) throws IOException {
        return """
        connector.class=io.debezium.connector.jdbc.JdbcSinkConnector
        tasks.max=1
        topics=%s
        connection.url=%s?reWriteBatchedInserts=true&currentSchema=%s
        connection.username=%s
        connection.password=%s
        insert.mode=upsert
        primary.key.mode=record_value
        primary.key.fields=key
        schema.evolution=none
        collection.name.format=%s
        batch.size=2000
        use.reduction.buffer=true
        """
                .formatted(
                        TOPIC,
                        house.databaseUrl(),
                        PeerTable.SCHEMA,
                        house.databaseUser(),
                        house.databasePassword(),
                        TABLE.name());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String group() {
        return "connect-" + CONNECTOR;
    }

    @Override
    public void requireAlive() {
        connect.requireAlive();
    }

    @Override
    public PeerTable table() {
        return TABLE;
    }

    @Override
    public Duration take(Load load) throws IOException, ExecutionException, InterruptedException {
        try (Prepared messages = Prepared.of(load.events().map(Load.Event::envelope))) {
            return feed.send(this, messages);
        }
    }

    @Override
    public void close() {
        connect.close();
    }
}
