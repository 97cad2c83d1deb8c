package rubicon.ingest.evalrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.MigratedSchema;

/// What stood of runs before a standing run named its statement stands afterwards.
class StandingRunsMigrationIT {
    private static final String SCHEMA = "standing_runs";

    private final MigratedSchema schema = new MigratedSchema(SCHEMA);

    @AfterEach
    void drop() throws SQLException {
        schema.drop();
    }

    @Test
    void whatStoodStands() throws SQLException {
        drop();
        schema.migrations().target("34").load().migrate();
        schema.execute(
                """
                insert into %1$s.eval_run_statement
                    (id, event_source, event_id, source, run_id, suite, agent, task_id, score,
                     completed_at, stated_at, recorded_at, decision, provenance)
                select cast(md5(run || score) as uuid), 's', run || score, 's', run, 'u', 'a' || run, 't',
                       score, '2026-01-02', '2026-01-03', now(), decision, gen_random_uuid()
                from (values ('1', 0.25, 'NEW'), ('1', 0.5, 'REVISED'), ('1', 0.75, 'LATE'), ('2', 1, 'NEW'))
                    as said (run, score, decision);
                insert into %1$s.eval_run
                    (statement, event_source, event_id, source, run_id, suite, agent, task_id, score,
                     completed_at, stated_at)
                select id, event_source, event_id, source, run_id, suite, agent, task_id, score,
                       completed_at, stated_at
                from %1$s.eval_run_statement where event_id in ('10.5', '21');
                """
                        .formatted(SCHEMA));

        schema.migrations().load().migrate();

        assertThat(
                        schema.rows(
                                """
                                select concat_ws('|', source, run_id, suite, agent, task_id, score,
                                    cast(completed_at as date), cast(stated_at as date))
                                from %s.standing_eval_run order by run_id
                                """))
                .containsExactly(
                        "s|1|u|a1|t|0.5|2026-01-02|2026-01-03",
                        "s|2|u|a2|t|1|2026-01-02|2026-01-03");
    }
}
