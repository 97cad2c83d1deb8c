package rubicon.ingest.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.catalogue.FactsHouse;
import rubicon.ingest.testing.FactsOfADay;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.Reports;
import rubicon.ingest.testing.SettableTime;

/// What shapes expect, kept and scored, on the facts that come with Rubicon.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = FactsHouse.class, restrictToAnnotatedClass = true)
class ShapeForecastsIT {
    private static final String HORIZON = "/api/v1/indicators/metr-horizon-p50";

    @Inject ShapeForecasts shapes;

    @BeforeEach
    void readTheHorizons() {
        FactsOfADay.read(Instant.parse("2026-11-20T12:00:00Z"));
    }

    @AfterEach
    void setTheClockBack() {
        SettableTime.moveAhead(Duration.ZERO);
    }

    /// Kept where the values are others, and where a year has begun; scored once a record came.
    @Test
    void whatShapesExpectIsKeptWhenItIsAnotherAndScoredOnceARecordCame() throws SQLException {
        String kept = "ingest.own_shapes where indicator = 'metr-horizon-p50'";
        shapes.keep();
        long before = IngestHouse.count(kept);
        assertThat(before).isPositive();
        shapes.keep();
        shapes.forget();
        shapes.keep();
        assertThat(IngestHouse.count(kept)).as("the same is kept once").isEqualTo(before);
        assertThat(IngestHouse.count("ingest.own_shapes where indicator = 'matmul-omega'"))
                .isPositive();

        Reports.horizon("A longer one", 1500);

        given().get(HORIZON + "/track-record")
                .then()
                .body("shapes.shape", hasItem("EXPONENTIAL"))
                .body("shapes[0].made", greaterThan(0))
                .body("shapes[0].next.forecasts", equalTo(1))
                .body("shapes[0].next.rows[0].date", equalTo("2026-11-01"))
                .body("shapes[0].next.rows[0].value.toDouble()", closeTo(1500, 1e-3))
                .body("shapes[0].yearAhead", nullValue());
        shapes.keep();
        assertThat(IngestHouse.count(kept)).isEqualTo(before + 1);
        given().get("/api/v1/track-record")
                .then()
                .body("items.find { it.indicator == 'matmul-omega' }.shapes", notNullValue());

        SettableTime.moveAhead(
                Duration.between(Instant.now(), Instant.parse("2027-01-02T12:00:00Z")));
        shapes.keep();
        assertThat(IngestHouse.count(kept)).as("a year has begun").isEqualTo(before + 2);
        for (String sql :
                List.of(
                        "delete from ingest.own_shapes",
                        "update ingest.own_shapes set made_on = '2020-01-01'",
                        "truncate ingest.own_shapes")) {
            assertThat(IngestHouse.sqlError(sql)).as(sql).isNotEmpty();
        }
    }

    /// Kept where the ledger is another, and where a month has begun; scored when the year is over.
    @Test
    void whatALedgerMayBringIsKeptAndScoredWhenTheYearIsOver() throws SQLException {
        String kept = "ingest.own_steps where indicator = 'ecdsa-circuit-score'";
        String record = "/api/v1/indicators/ecdsa-circuit-score/track-record";
        String centaur = "steps.find { it.part == 'CENTAUR' && it.rate == 'WHOLE' }.";
        shapes.keep();
        long before = IngestHouse.count(kept);
        assertThat(before).isPositive();
        shapes.forget();
        shapes.keep();
        assertThat(IngestHouse.count(kept)).as("the same is kept once").isEqualTo(before);
        assertThat(IngestHouse.count("ingest.own_steps where indicator = 'metr-horizon-p50'"))
                .as("it is no ledger of records")
                .isZero();
        given().get(record)
                .then()
                .body(centaur + "made", equalTo((int) before))
                .body(centaur + "since", equalTo("2026-11-20"))
                .body(centaur + "settled", equalTo(0))
                .body(centaur + "covered", nullValue());

        SettableTime.moveAhead(
                Duration.between(Instant.now(), Instant.parse("2026-12-02T12:00:00Z")));
        shapes.keep();
        assertThat(IngestHouse.count(kept)).as("a month has begun").isEqualTo(before + 1);

        SettableTime.moveAhead(
                Duration.between(Instant.now(), Instant.parse("2027-12-20T12:00:00Z")));
        given().get(record)
                .then()
                .body(centaur + "made", equalTo((int) before + 1))
                .body(centaur + "settled", equalTo(1))
                .body(centaur + "meanError.toDouble()", lessThan(0.0))
                .body("steps.find { it.part == 'AI' && it.rate == 'WHOLE' }.covered", equalTo(1f));
        assertThat(IngestHouse.sqlError("delete from ingest.own_steps")).isNotEmpty();
    }
}
