package rubicon.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/// A house whose rows had subject and provenance as JSON.
class ProvenanceMigrationIT {
    private static final String SCHEMA = "provenance_migration";

    private final Map<String, String> house = new HouseResource().start();

    @AfterEach
    void drop() throws SQLException {
        execute("drop schema if exists " + SCHEMA + " cascade");
    }

    @Test
    void rowsOfBeforeKeepWhatTheySay() throws SQLException {
        drop();
        migrations().target("30").load().migrate();
        row(
                "a",
                """
                '{"model": "M", "developer": "D", "scaffold": "S", "releasedOn": [2026, 2, 5], "actor": "AI"}'
                """,
                "1, '2026-03-01', 'DAY', null",
                "'{\"url\": \"u\", \"licence\": \"MIT\"}'");
        row(
                "b",
                """
                '{"model": null, "developer": null, "scaffold": null, "releasedOn": null, "actor": "HUMAN"}'
                """,
                "2, '2026-03-02', 'DAY', null",
                "'{\"url\": \"u\", \"licence\": \"MIT\"}'");
        row(
                "c",
                "'{\"model\": \"N\", \"releasedOn\": \"2026-02-06\", \"actor\": \"TEAM\"}'",
                "3, '2026-03-03', 'DAY', null",
                "'{\"url\": \"v\"}'");
        row("d", "null", "null, null, null, 'UPSTREAM_REMOVED'", "null");
        execute(
                """
                insert into %s.eval_run_statement
                    (id, event_source, event_id, source, run_id, suite, agent, task_id, score,
                     stated_at, recorded_at, decision, provenance)
                values (gen_random_uuid(), 's', 'e', 's', 'r', 'u', 'a', 't', 1, now(), now(), 'NEW',
                        '{"licence": "MIT", "url": "u"}')
                """
                        .formatted(SCHEMA));
        execute(
                """
                insert into %s.indicator_head (indicator, state)
                values ('i', '{"frontier": [{"value": 1}, {"value": 2.5}], "counts": {"held": 3}}'), ('j', null)
                """
                        .formatted(SCHEMA));

        migrations().load().migrate();

        assertThat(
                        rows(
                                """
                                select concat_ws('|', indicator, told_value, told_held)
                                from %s.indicator_head where indicator in ('i', 'j') order by 1
                                """))
                .containsExactly("i|2.5|3", "j");

        assertThat(
                        rows(
                                """
                                select concat_ws('|', l.event_id, l.model, l.developer, l.scaffold,
                                    l.released_on, l.actor, l.value, p.content ->> 'url',
                                    l.retraction_reason)
                                from %1$s.ledger_statement l
                                    left join %1$s.provenance p on p.id = l.provenance
                                order by 1
                                """))
                .containsExactly(
                        "a|M|D|S|2026-02-05|AI|1|u",
                        "b|HUMAN|2|u",
                        "c|N|2026-02-06|TEAM|3|v",
                        "d|UPSTREAM_REMOVED");
        assertThat(
                        rows(
                                """
                                select p.content ->> 'licence' from %1$s.eval_run_statement r
                                    join %1$s.provenance p on p.id = r.provenance
                                """))
                .containsExactly("MIT");
        assertThat(rows("select content ->> 'url' from %s.provenance order by 1"))
                .containsExactly("u", "v");
        for (String refused :
                List.of(
                        "update %s.ledger_statement set value = 4",
                        "delete from %s.eval_run_statement",
                        "update %s.provenance set content = '{}'",
                        "truncate %s.provenance")) {
            assertThatThrownBy(() -> execute(refused.formatted(SCHEMA)))
                    .hasMessageContaining("append only");
        }
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

    /// @param said value, date, precision and the reason of a retraction
    private void row(String id, String subject, String said, String provenance)
            throws SQLException {
        execute(
                """
                insert into %s.ledger_statement
                    (id, event_source, event_id, source, indicator, external_id, stated_at, recorded_at,
                     decision, subject, value, observed_on, precision, retraction_reason, provenance)
                values (gen_random_uuid(), 's', '%s', 's', 'i', '%s', now(), now(), 'NEW', %s, %s, %s)
                """
                        .formatted(SCHEMA, id, id, subject, said, provenance));
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
