package rubicon.local.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Where the PostgreSQL and the Kafka of a house are reached.
public record Stores(String jdbcUrl, String user, String password, String bootstrapServers) {

    /// These with a Kafka.
    public Stores with(String bootstrapServers) {
        return new Stores(jdbcUrl, user, password, bootstrapServers);
    }

    /// A connection on which equal values are always equal text.
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET timezone = 'UTC'");
            statement.execute("SET datestyle = 'ISO, YMD'");
            statement.execute("SET intervalstyle = 'postgres'");
            statement.execute("SET extra_float_digits = 1");
            statement.execute("SET bytea_output = 'hex'");
            // A large table is read from its first row on, whoever else reads it.
            statement.execute("SET synchronize_seqscans = off");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// The password is not told by accident.
    @Override
    public String toString() {
        return "Stores[%s, %s]".formatted(jdbcUrl, bootstrapServers);
    }
}
