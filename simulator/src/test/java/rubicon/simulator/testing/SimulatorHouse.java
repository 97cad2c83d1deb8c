package rubicon.simulator.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.local.testing.HouseResource;

/// A house for the tests of this service: PostgreSQL with an empty schema, Kafka, and an
/// [IngestDouble] that tells who holds a token. Topics keep what earlier tests of the same JVM
/// wrote.
public final class SimulatorHouse implements QuarkusTestResourceLifecycleManager {
    private final HouseResource house = new HouseResource();
    private @Nullable IngestDouble ingest;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(house.start());
        emptySchema(settings);
        IngestDouble started = IngestDouble.start();
        ingest = started;
        settings.put("rubicon.ingest.url", started.url());
        return settings;
    }

    @Override
    public void stop() {
        if (ingest != null) {
            ingest.stop();
        }
        house.stop();
    }

    /// How many rows a table holds.
    public static long count(String table) throws SQLException {
        try (Connection connection = connect(new HouseResource().start());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// Runs a statement in this house's database.
    public static void execute(String sql) throws SQLException {
        execute(new HouseResource().start(), sql);
    }

    private static void emptySchema(Map<String, String> settings) {
        try {
            execute(settings, "drop schema if exists simulator cascade");
        } catch (SQLException e) {
            throw new IllegalStateException("the schema could not be dropped", e);
        }
    }

    private static void execute(Map<String, String> settings, String sql) throws SQLException {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Map<String, String> settings) throws SQLException {
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }
}
