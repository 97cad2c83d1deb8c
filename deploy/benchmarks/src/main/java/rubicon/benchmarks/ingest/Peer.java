package rubicon.benchmarks.ingest;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/// Another way to get observations into a table of the same PostgreSQL. It is running already when
/// it has its turn, so that no start-up is measured.
interface Peer extends AutoCloseable {
    String name();

    PeerTable table();

    /// Takes observations in, and tells how long it took from the first until all were committed.
    Duration take(Load load)
            throws SQLException, IOException, ExecutionException, InterruptedException;

    @Override
    void close() throws SQLException;
}
