package rubicon.ingest.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.MigratedSchema;

/// A house that had alerts before evidence was noted by itself.
class EvidenceMigrationIT {
    private static final String SCHEMA = "evidence_migration";
    private static final String ONE = "00000000-0000-8000-8000-000000000001";
    private static final String TWO = "00000000-0000-8000-8000-000000000002";
    private static final String THREE = "00000000-0000-8000-8000-000000000003";

    private final MigratedSchema schema = new MigratedSchema(SCHEMA);

    @AfterEach
    void drop() throws SQLException {
        schema.drop();
    }

    @Test
    void alertsOfBeforeRestOnTheRowsThatTheyNameAnywhere() throws SQLException {
        drop();
        schema.migrations().target("20").load().migrate();
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
        schema.execute(
                """
                insert into %s.indicator_head (indicator, version, state)
                values ('told', 7, '{}'), ('untold', 3, null)
                """
                        .formatted(SCHEMA));

        schema.migrations().load().migrate();

        assertThat(
                        schema.rows(
                                "select statement || ' ' || episode from %s.alert_evidence order by 1"))
                .containsExactly(
                        ONE + " crossed", ONE + " same", TWO + " crossed", THREE + " crossed");
        assertThat(
                        schema.rows(
                                "select indicator || ' ' || state_version from %s.indicator_head order by 1"))
                .containsExactly("told 7", "untold 0");
        assertThat(schema.rows("select id from %s.alert_episode order by 1"))
                .containsExactly("crossed", "none", "old", "same");
    }

    private void episode(String id, String payload) throws SQLException {
        schema.execute(
                """
                insert into %s.alert_episode
                    (id, rule, indicator, condition, open, active_at, version, episode, payload)
                values ('%s', 'rule', 'told', 'RESOLVED', false, now(), 1, '{}', '%s')
                """
                        .formatted(SCHEMA, id, payload));
    }
}
