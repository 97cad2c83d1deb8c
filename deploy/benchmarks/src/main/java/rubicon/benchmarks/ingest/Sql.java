package rubicon.benchmarks.ingest;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import rubicon.local.driver.DrivenHouse;

/// The house's database, seen by its owner.
final class Sql {
    private Sql() {}

    /// Opens it; tables without a schema are those of peers.
    static Connection connect(DrivenHouse house) throws SQLException, IOException {
        Properties settings = new Properties();
        settings.put("user", house.databaseUser());
        settings.put("password", house.databasePassword());
        settings.put("currentSchema", PeerTable.SCHEMA);
        return DriverManager.getConnection(house.databaseUrl(), settings);
    }

    static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Cleans up after what came before, so that nobody's turn pays for another's.
    static void tidy(Connection database) throws SQLException {
        execute(database, "vacuum (analyze)");
        execute(database, "checkpoint");
    }

    /// Fast and wrong would not count.
    ///
    /// @param sql selects one number
    /// @throws IllegalStateException if it is another
    static void require(Connection database, String what, long shouldBe, String sql)
            throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            long is = answer.getLong(1);
            if (is != shouldBe) {
                throw new IllegalStateException(
                        "%s: %,d, should be %,d".formatted(what, is, shouldBe));
            }
        }
    }
}
