package rubicon.ingest.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// An indicator with many rows: what a reader is shown is what is read, and no more. Told by the
/// rows that were read, not by time.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class ManyRowsIT {
    private static final String INDICATOR = "many-rows";
    private static final String API = "/api/v1";
    private static final String ROWS = API + "/indicators/" + INDICATOR + "/observations";
    private static final int MANY = 50_000;
    private static final String PROVENANCE = "00000000-0000-8000-8000-000000000001";

    @Inject SessionFactory sessions;
    private Statistics read;

    @BeforeEach
    void fill() throws SQLException {
        read = sessions.getStatistics();
        read.setStatisticsEnabled(true);
        if (given().get(API + "/indicators/" + INDICATOR).statusCode() == 404) {
            put("Many rows.");
            // Each observation twice: a hundred a day, and one of them cannot be.
            IngestHouse.execute(
                    """
                    insert into ingest.provenance (id, content)
                    values ('%s', '{"licence": "MIT"}')
                    """
                            .formatted(PROVENANCE));
            IngestHouse.execute(
                    """
                    insert into ingest.ledger_statement (id, event_source, event_id, source, indicator,
                        external_id, stated_at, recorded_at, decision, model, actor, value, observed_on,
                        precision, evaluator, tags, provenance)
                    select gen_random_uuid(), 'test', i || '-' || revision, 'test', '%s', 'row ' || i,
                        timestamptz '2026-01-01Z' + revision * interval '1 day',
                        timestamptz '2026-02-01Z' + (revision * %d + i) * interval '1 ms',
                        case revision when 0 then 'NEW' else 'REVISED' end,
                        'M' || i %% 7, 'AI',
                        case when i = 40000 and revision = 1 then 9000
                             else 100 + revision + i %% 5 end,
                        date '2024-01-01' + i / 100, 'DAY', 'OTHER', '{}', '%s'
                    from generate_series(1, %d) i, generate_series(0, 1) revision
                    """
                            .formatted(INDICATOR, MANY, PROVENANCE, MANY));
            IngestHouse.execute(
                    """
                    insert into ingest.indicator_head (indicator, version, last_recorded_at)
                    select indicator, 1, max(recorded_at) from ingest.ledger_statement
                    where indicator = '%s' group by indicator
                    on conflict (indicator) do update
                        set version = 1, last_recorded_at = excluded.last_recorded_at
                    """
                            .formatted(INDICATOR));
            IngestHouse.execute("analyze ingest.ledger_statement");
            // Another definition: the state is computed, and with it what is held.
            put("Many rows, and one of them cannot be.");
            given().get(API + "/indicators/" + INDICATOR + "/state")
                    .then()
                    .body("counts.held", equalTo(1));
        }
    }

    @Test
    void aPageOfManyRowsCostsAPage() {
        read.clear();
        JsonPath first = given().get(ROWS).then().statusCode(200).extract().jsonPath();
        JsonPath later =
                given().queryParam("cursor", first.getString("next"))
                        .get(ROWS)
                        .then()
                        .body("items", hasSize(1_000))
                        .extract()
                        .jsonPath();
        given().queryParam("from", "2025-02-01")
                .queryParam("to", "2025-02-01")
                .get(ROWS)
                .then()
                .body("items", hasSize(100))
                .body("next", equalTo(null));

        assertThat(first.getString("items[0].externalId")).isEqualTo("row 1");
        assertThat(later.getString("items[0].externalId")).isEqualTo("row 1001");
        assertThat(loaded()).isLessThanOrEqualTo(2 * (1_002 + 1_002 + 100));
    }

    @Test
    void releasesOfAnIndicatorWithManyRowsCostThoseThatAreShown() {
        read.clear();
        given().get(API + "/releases").then().body("items", hasSize(200));
        assertThat(loaded()).isLessThanOrEqualTo(3 * 201);
    }

    @Test
    void aConfirmationReadsTheObservationThatItIsOf() {
        RequestSpecification day = given().queryParam("from", "2025-02-04");
        String row =
                day.queryParam("to", "2025-02-04")
                        .get(ROWS)
                        .then()
                        .body("items.findAll { it.held != null }.externalId", contains("row 40000"))
                        .extract()
                        .path("items.find { it.held != null }.id");
        read.clear();
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .contentType("application/json")
                .body("{\"text\": \"seen with our own eyes\"}")
                .post(API + "/observations/" + row + "/confirmation")
                .then()
                .statusCode(202);
        assertThat(loaded()).isLessThanOrEqualTo(20);
    }

    @Test
    void aTableOfManyRowsIsReadPageByPage() {
        read.clear();
        String table =
                given().accept("text/csv").queryParam("revisions", true).get(ROWS).asString();
        // Another test may have confirmed one of them.
        assertThat(table.lines().count()).isBetween(1 + 2L * MANY, 2 + 2L * MANY);
        assertThat(loaded()).isGreaterThan(2L * MANY);
        assertThat(read.getQueryExecutionCount()).isGreaterThan(2L * MANY / 1_000);
    }

    /// How many rows of the ledger were read.
    private long loaded() {
        return read.getEntityStatistics("rubicon.ingest.ledger.StatementEntity").getLoadCount();
    }

    private static void put(String description) {
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .contentType("application/json")
                .body(
                        """
                        {"title": "Many rows", "kind": "INDEX", "unit": "points",
                         "scale": "LINEAR", "direction": "HIGHER", "view": "MODEL",
                         "date": "RELEASE", "feed": "LIVE", "sources": ["test"],
                         "evaluator": "THIRD_PARTY",
                         "licence": {"id": "CC0-1.0", "export": "YES"}, "citation": "Ours",
                         "description": "%s"}
                        """
                                .formatted(description))
                .put(API + "/indicators/" + INDICATOR)
                .then()
                .statusCode(greaterThan(199));
    }
}
