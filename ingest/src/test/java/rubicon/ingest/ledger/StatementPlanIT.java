package rubicon.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.MigratedSchema;

/// What a batch of revisions costs does not grow with the ledger, however large the batch is.
class StatementPlanIT {
    private static final String SCHEMA = "statement_plan";
    private static final int KEPT = 20_000;

    private final MigratedSchema schema = new MigratedSchema(SCHEMA);

    @BeforeEach
    void keep() throws SQLException {
        schema.drop();
        schema.migrations().load().migrate();
        schema.execute(
                """
                insert into %1$s.ledger_statement
                    (id, event_source, event_id, source, indicator, external_id, stated_at, recorded_at,
                     decision, model, actor, value, observed_on, precision)
                select gen_random_uuid(), 's', cast(n as text), 's', 'i', cast(n as text), now(), now(),
                       'NEW', 'm', 'AI', 1, '2026-01-01', 'DAY'
                from generate_series(1, %2$d) as n;
                analyze %1$s.ledger_statement
                """
                        .formatted(SCHEMA, KEPT));
    }

    @AfterEach
    void drop() throws SQLException {
        schema.drop();
    }

    @Test
    void eachOfTenThousandObservationsIsLookedUpByItself() throws SQLException {
        String[] indicators = new String[KEPT / 2];
        String[] sources = new String[KEPT / 2];
        Arrays.fill(indicators, "i");
        Arrays.fill(sources, "s");
        String[] ids =
                IntStream.range(0, KEPT / 2).mapToObj(Integer::toString).toArray(String[]::new);

        assertThat(schema.plan(StatementTable.OF_KEYS, "text", indicators, sources, ids))
                .contains("Index Scan using ledger_statement_indicator_source_external_id")
                .doesNotContain("Seq Scan");
    }
}
