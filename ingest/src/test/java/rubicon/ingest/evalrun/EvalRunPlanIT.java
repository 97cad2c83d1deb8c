package rubicon.ingest.evalrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.MigratedSchema;

/// What a batch costs does not grow with what is kept, however large the batch is.
class EvalRunPlanIT {
    private static final String SCHEMA = "eval_run_plan";
    private static final int KEPT = 20_000;

    private final MigratedSchema schema = new MigratedSchema(SCHEMA);

    @BeforeEach
    void keep() throws SQLException {
        schema.drop();
        schema.migrations().load().migrate();
        schema.execute(
                """
                insert into %1$s.eval_run_statement
                    (id, event_source, event_id, source, run_id, suite, agent, task_id, score,
                     stated_at, recorded_at, decision, provenance)
                select cast(md5(cast(n as text)) as uuid), 's', cast(n as text), 's', cast(n as text),
                       'u', 'a', 't', 1, now(), now(), 'NEW', gen_random_uuid()
                from generate_series(1, %2$d) as n;
                insert into %1$s.eval_run (statement, source, run_id, suite, agent)
                select id, source, run_id, suite, agent from %1$s.eval_run_statement;
                analyze %1$s.eval_run_statement;
                analyze %1$s.eval_run
                """
                        .formatted(SCHEMA, KEPT));
    }

    @AfterEach
    void drop() throws SQLException {
        schema.drop();
    }

    @Test
    void eachOfTenThousandRunsIsLookedUpByItself() throws SQLException {
        String[] sources = new String[KEPT / 2];
        Arrays.fill(sources, "s");
        String[] runs =
                IntStream.range(0, sources.length)
                        .mapToObj(Integer::toString)
                        .toArray(String[]::new);

        assertThat(schema.plan(EvalRunRepository.STANDING, "text", sources, runs))
                .contains("Index Scan using eval_run_pkey")
                .contains("Index Scan using eval_run_statement_pkey")
                .doesNotContain("Seq Scan");
    }
}
