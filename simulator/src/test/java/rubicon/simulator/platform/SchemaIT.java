package rubicon.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.simulator.testing.Replicas;
import rubicon.simulator.testing.Replicas.Replica;

/// A start on an empty database.
@NullUnmarked
class SchemaIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    // Longer than what is done every second or two needs to be done.
    private static final Duration SOME_TICKS = Duration.ofSeconds(4);

    private Replicas replicas;

    @TempDir private Path folder;

    @BeforeEach
    void begin() throws SQLException {
        replicas = new Replicas(folder);
    }

    @AfterEach
    void end() throws InterruptedException {
        replicas.close();
    }

    @Test
    void nothingIsLookedForBeforeTheSchemaIsThere() throws SQLException {
        Replica service;
        try (Connection other = replicas.connect();
                Statement statement = other.createStatement()) {
            // Whoever else makes the schema has it wait for the end of this transaction.
            other.setAutoCommit(false);
            statement.execute("create schema simulator");
            service = replicas.launch("service");
            await().atMost(PATIENCE).until(this::waits);
            await().during(SOME_TICKS).atMost(PATIENCE).until(this::waits);
            other.rollback();
        }
        Replica serving = replicas.serving(service);
        // Scenarios that follow the ledger are looked at, and it holds nothing for them.
        await().atMost(PATIENCE)
                .until(() ->
                        replicas.number("select count(*) from simulator.projection_failure") > 0);
        assertThat(serving.said()).doesNotContain(" ERROR ", "relation ");
    }

    private boolean waits() throws SQLException {
        return replicas.number(
                        "select count(*) from pg_stat_activity"
                                + " where datname = current_database()"
                                + " and wait_event_type = 'Lock'")
                > 0;
    }
}
