package rubicon.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.MigratedSchema;

/// A house whose rows had subject and provenance as JSON.
class ProvenanceMigrationIT {
    private static final String SCHEMA = "provenance_migration";

    private final MigratedSchema schema = new MigratedSchema(SCHEMA);

    @AfterEach
    void drop() throws SQLException {
        schema.drop();
    }

    @Test
    void rowsOfBeforeKeepWhatTheySay() throws SQLException {
        drop();
        schema.migrations().target("30").load().migrate();
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
        schema.execute(
                """
                insert into %s.eval_run_statement
                    (id, event_source, event_id, source, run_id, suite, agent, task_id, score,
                     stated_at, recorded_at, decision, provenance)
                values (gen_random_uuid(), 's', 'e', 's', 'r', 'u', 'a', 't', 1, now(), now(), 'NEW',
                        '{"licence": "MIT", "url": "u"}')
                """
                        .formatted(SCHEMA));
        schema.execute(
                """
                insert into %s.indicator_head (indicator, state)
                values ('i', '{"frontier": [{"value": 1}, {"value": 2.5}], "counts": {"held": 3}}'), ('j', null)
                """
                        .formatted(SCHEMA));

        schema.migrations().load().migrate();

        assertThat(
                        schema.rows(
                                """
                                select concat_ws('|', indicator, told_value, told_held)
                                from %s.indicator_head where indicator in ('i', 'j') order by 1
                                """))
                .containsExactly("i|2.5|3", "j");

        assertThat(
                        schema.rows(
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
                        schema.rows(
                                """
                                select p.content ->> 'licence' from %1$s.eval_run_statement r
                                    join %1$s.provenance p on p.id = r.provenance
                                """))
                .containsExactly("MIT");
        assertThat(schema.rows("select content ->> 'url' from %s.provenance order by 1"))
                .containsExactly("u", "v");
        for (String refused :
                List.of(
                        "update %s.ledger_statement set value = 4",
                        "delete from %s.eval_run_statement",
                        "update %s.provenance set content = '{}'",
                        "truncate %s.provenance")) {
            assertThatThrownBy(() -> schema.execute(refused.formatted(SCHEMA)))
                    .hasMessageContaining("append only");
        }
    }

    /// @param said value, date, precision and the reason of a retraction
    private void row(String id, String subject, String said, String provenance)
            throws SQLException {
        schema.execute(
                """
                insert into %s.ledger_statement
                    (id, event_source, event_id, source, indicator, external_id, stated_at, recorded_at,
                     decision, subject, value, observed_on, precision, retraction_reason, provenance)
                values (gen_random_uuid(), 's', '%s', 's', 'i', '%s', now(), now(), 'NEW', %s, %s, %s)
                """
                        .formatted(SCHEMA, id, id, subject, said, provenance));
    }
}
