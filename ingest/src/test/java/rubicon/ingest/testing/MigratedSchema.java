package rubicon.ingest.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import rubicon.local.testing.HouseResource;

/// A schema of a test's own, to be migrated step by step.
public final class MigratedSchema {
    private final Map<String, String> house = new HouseResource().start();
    private final String name;

    /// @param name of the schema
    public MigratedSchema(String name) {
        this.name = name;
    }

    /// The ledger's migrations of this schema.
    public FluentConfiguration migrations() {
        return Flyway.configure()
                .dataSource(
                        house.get("quarkus.datasource.jdbc.url"),
                        house.get("quarkus.datasource.username"),
                        house.get("quarkus.datasource.password"))
                .schemas(name)
                .locations("classpath:db/migration");
    }

    /// Takes it away, if it is there.
    public void drop() throws SQLException {
        execute("drop schema if exists " + name + " cascade");
    }

    /// Runs a statement.
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The first column of what a query finds.
    ///
    /// @param sql with `%s` for the schema's name
    public List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql.formatted(name))) {
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
        }
        return rows;
    }

    /// How PostgreSQL would run a statement whose parameters are these arrays.
    ///
    /// @param type of their elements
    public String plan(String sql, String type, String[]... parameters) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (Connection connection = connect()) {
            connection.setSchema(name);
            try (PreparedStatement statement = connection.prepareStatement("explain " + sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setArray(i + 1, connection.createArrayOf(type, parameters[i]));
                }
                try (ResultSet answer = statement.executeQuery()) {
                    while (answer.next()) {
                        lines.append(answer.getString(1)).append('\n');
                    }
                }
            }
        }
        return lines.toString();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                house.get("quarkus.datasource.jdbc.url"),
                house.get("quarkus.datasource.username"),
                house.get("quarkus.datasource.password"));
    }
}
