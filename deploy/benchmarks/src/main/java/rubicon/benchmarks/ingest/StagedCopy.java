package rubicon.benchmarks.ingest;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import rubicon.local.driver.DrivenHouse;

/// What PostgreSQL takes at most while it keeps the newest row of each key: rows are copied to a
/// temporary table, and go on from there with one upsert. No Kafka, nothing to parse.
final class StagedCopy implements Peer {
    static final String NAME = "staged-copy";
    private static final int ROWS = 10_000;
    private static final String STAGED = "staged";

    private final Connection database;
    private final PeerTable table;

    /// A row of the table.
    ///
    /// @param values that have no tab, line break or backslash in them
    record Row(String key, List<Object> values) {
        static Row of(String key, Object... values) {
            return new Row(key, List.of(values));
        }

        /// It in PostgreSQL's text format.
        String line() {
            StringBuilder line = new StringBuilder();
            for (Object value : values) {
                line.append(value).append('\t');
            }
            line.setCharAt(line.length() - 1, '\n');
            return line.toString();
        }
    }

    private StagedCopy(Connection database, PeerTable table) {
        this.database = database;
        this.table = table;
    }

    /// Into a table that it makes.
    static StagedCopy into(DrivenHouse house, PeerTable table) throws SQLException, IOException {
        Connection database = Sql.connect(house);
        table.make(database);
        Sql.execute(
                database,
                "create temporary table %s (like %s) on commit delete rows"
                        .formatted(STAGED, table.name()));
        database.setAutoCommit(false);
        return new StagedCopy(database, table);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PeerTable table() {
        return table;
    }

    @Override
    public Duration take(Load load) throws SQLException, IOException {
        return take(load.events().map(Load.Event::row));
    }

    /// Takes all rows; of those with the same key the last stays.
    ///
    /// @return how long it took without making the rows
    Duration take(Stream<Row> rows) throws SQLException, IOException {
        long taken = 0;
        Iterator<Row> left = rows.iterator();
        while (left.hasNext()) {
            List<Row> some = new ArrayList<>();
            while (some.size() < ROWS && left.hasNext()) {
                some.add(left.next());
            }
            long begun = System.nanoTime();
            write(some);
            taken += System.nanoTime() - begun;
        }
        return Duration.ofNanos(taken);
    }

    private void write(List<Row> rows) throws SQLException, IOException {
        CopyManager copies = database.unwrap(PGConnection.class).getCopyAPI();
        Map<String, String> newest = new LinkedHashMap<>();
        rows.forEach(it -> newest.put(it.key(), it.line()));
        copies.copyIn(
                "copy " + STAGED + " from stdin",
                new StringReader(String.join("", newest.values())));
        Sql.execute(database, table.upsertFrom(STAGED));
        database.commit();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
