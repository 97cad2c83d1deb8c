package rubicon.ingest.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import rubicon.local.testing.HouseResource;

/// A house for the tests of this service: PostgreSQL with an empty schema, Kafka, an upstream on
/// loopback, a sources file that points at it, and known credentials.
public final class IngestHouse implements QuarkusTestResourceLifecycleManager {
    public static final String ADMIN = "warden";
    public static final String PASSWORD = "a password of the tests";
    public static final String TOKEN = "rbc_token-of-the-tests";

    private static final UpstreamServer UPSTREAM = new UpstreamServer();
    private static final Path IMPORTS = TemporaryFolders.create("rubicon-imports");

    private final HouseResource house = new HouseResource();
    private Map<String, String> more = Map.of();

    /// @param initArgs settings of a test's own
    @Override
    public void init(Map<String, String> initArgs) {
        more = Map.copyOf(initArgs);
    }

    /// The upstream that the source `metr-time-horizons` reads.
    public static UpstreamServer upstream() {
        return UPSTREAM;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(house.start());
        emptySchema(settings);
        settings.put("rubicon.sources.file", write("sources.yaml", sources()).toString());
        settings.put("rubicon.sources.schedule", "false");
        settings.put("rubicon.computed.every", "off");
        settings.put("rubicon.indices.every", "off");
        settings.put("rubicon.shapes.every", "off");
        settings.put("rubicon.imports.folder", IMPORTS.toString());
        settings.put("rubicon.imports.patience", "PT3S");
        settings.put("rubicon.imports.most-observations", "100");
        settings.put(
                "rubicon.security.credentials-file",
                write("credentials.json", credentials()).toString());
        settings.put("rubicon.security.anonymous-read", "true");
        settings.putAll(more);
        return settings;
    }

    @Override
    public void stop() {
        house.stop();
    }

    private static String sources() {
        return """
        sources:
          - id: metr-time-horizons
            connector: metr-benchmark-results
            url: %s
            every: PT6H
          - id: own-inspect-logs
            connector: inspect-logs
            url: http://127.0.0.1:1/logs
            enabled: false
          - id: own-facts
            connector: facts
            url: http://127.0.0.1:1/facts
            enabled: false
        """
                .formatted(UPSTREAM.url());
    }

    private static String credentials() {
        return """
        {"adminUser": "%s", "adminPassword": "%s", "apiToken": "%s"}
        """
                .formatted(ADMIN, PASSWORD, TOKEN);
    }

    /// Where files are put that shall be imported.
    public static Path imports() {
        return IMPORTS;
    }

    private static Path write(String name, String text) {
        try {
            return Files.writeString(TemporaryFolders.create("rubicon-ingest").resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What PostgreSQL answers to a statement that it refuses; empty if it does not.
    public static String sqlError(String sql) {
        try {
            execute(new HouseResource().start(), sql);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// How many rows a table holds.
    public static long count(String table) throws SQLException {
        Map<String, String> settings = new HouseResource().start();
        try (Connection connection = connect(settings);
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
            execute(settings, "drop schema if exists ingest cascade");
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
