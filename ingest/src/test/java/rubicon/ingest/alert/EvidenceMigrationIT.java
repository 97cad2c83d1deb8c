package rubicon.ingest.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rubicon.local.testing.HouseResource;

/// A house that had alerts before evidence was noted by itself.
class EvidenceMigrationIT {
    private static final String SCHEMA = "evidence_migration";
    private static final String ONE = "00000000-0000-8000-8000-000000000001";
    private static final String TWO = "00000000-0000-8000-8000-000000000002";
    private static final String THREE = "00000000-0000-8000-8000-000000000003";

    private final Map<String, String> house = new HouseResource().start();

    @AfterEach
    void drop() throws SQLException {
        execute("drop schema if exists " + SCHEMA + " cascade");
    }

    @Test
    void alertsOfBeforeRestOnTheRowsThatTheyNameAnywhere() throws SQLException {
        drop();
        migrations().target("20").load().migrate();
        episode(
                "crossed",
                """
                {"id": "crossed", "observations": ["%s", "%s"], "reason": null,
                 "transitions": [{"to": "FIRING", "observations": ["%s"]},
                                 {"to": "RESOLVED", "observations": ["%s", "%s"]}]}
                """
                        .formatted(ONE, TWO, ONE, TWO, THREE));
        episode("same", "{\"observations\": [\"%s\"], \"transitions\": []}".formatted(ONE));
        episode("none", "{\"observations\": [], \"transitions\": [{\"observations\": []}]}");
        episode("old", "{\"id\": \"old\"}");
        execute(
                """
                insert into %s.indicator_head (indicator, version, state)
                values ('told', 7, '{}'), ('untold', 3, null)
                """
                        .formatted(SCHEMA));

        migrations().load().migrate();

        assertThat(rows("select statement || ' ' || episode from %s.alert_evidence order by 1"))
                .containsExactly(
                        ONE + " crossed", ONE + " same", TWO + " crossed", THREE + " crossed");
        assertThat(
                        rows(
                                "select indicator || ' ' || state_version from %s.indicator_head order by 1"))
                .containsExactly("told 7", "untold 0");
        assertThat(rows("select id from %s.alert_episode order by 1"))
                .containsExactly("crossed", "none", "old", "same");
    }

    private FluentConfiguration migrations() {
        return Flyway.configure()
                .dataSource(
                        house.get("quarkus.datasource.jdbc.url"),
                        house.get("quarkus.datasource.username"),
                        house.get("quarkus.datasource.password"))
                .schemas(SCHEMA)
                .locations("classpath:db/migration");
    }

    private void episode(String id, String payload) throws SQLException {
        execute(
                """
                insert into %s.alert_episode
                    (id, rule, indicator, condition, open, active_at, version, episode, payload)
                values ('%s', 'rule', 'told', 'RESOLVED', false, now(), 1, '{}', '%s')
                """
                        .formatted(SCHEMA, id, payload));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql.formatted(SCHEMA))) {
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
        }
        return rows;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                house.get("quarkus.datasource.jdbc.url"),
                house.get("quarkus.datasource.username"),
                house.get("quarkus.datasource.password"));
    }
}
