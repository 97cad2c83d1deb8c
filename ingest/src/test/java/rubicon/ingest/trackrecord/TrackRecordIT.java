package rubicon.ingest.trackrecord;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.catalogue.FactsHouse;
import rubicon.ingest.indicator.IndicatorService;
import rubicon.ingest.platform.DatabaseLock;
import rubicon.ingest.release.IndicatorChanges;
import rubicon.ingest.testing.FactsOfADay;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.Reports;
import rubicon.ingest.testing.SettableTime;
import rubicon.model.catalogue.IndicatorId;

/// What is said of a day, kept, and scored, on the facts that come with Rubicon.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = FactsHouse.class, restrictToAnnotatedClass = true)
class TrackRecordIT {
    private static final String HORIZON = "/api/v1/indicators/metr-horizon-p50";

    @Inject IndicatorChanges changes;
    @Inject IndicatorService indicators;
    @Inject DatabaseLock locks;
    @Inject DataSource database;

    @BeforeEach
    void readTheHorizons() {
        FactsOfADay.read(Instant.parse("2026-11-20T12:00:00Z"));
    }

    @AfterEach
    void setTheClockBack() {
        SettableTime.moveAhead(Duration.ZERO);
    }

    @Test
    void aStateHasItsVerdictAndItsForecastsAndTheyAreKeptAndScored() {
        JsonPath state = given().get(HORIZON + "/state").jsonPath();
        assertThat(state.getString("today")).isEqualTo("2026-11-20");
        assertThat(state.getString("verdict")).isNotNull();
        assertThat(state.getString("verdictReason")).isNotBlank();
        String hundredHours = "forecasts.find { it.threshold == 6000.0 }.";
        assertThat(state.getString(hundredHours + "crossing.p10")).isGreaterThan("2026-11-20");
        assertThat(state.getList(hundredHours + "windows")).hasSizeGreaterThanOrEqualTo(2);

        JsonPath record = given().get(HORIZON + "/track-record").jsonPath();
        assertThat(record.getInt("hindsight.forecasts")).isGreaterThanOrEqualTo(9);
        assertThat(record.getList("hindsight.rows")).hasSize(record.getInt("hindsight.forecasts"));
        assertThat(record.getDouble("hindsight.coverage")).isBetween(0.5, 1.0);
        int before = record.getInt("made.made");
        assertThat(before).isPositive();

        // Nothing but time: the same version is told of another day, and its forecasts kept.
        SettableTime.moveAhead(
                Duration.between(Instant.now(), Instant.parse("2026-11-22T12:00:00Z")));
        changes.newDay();
        JsonPath later = given().get(HORIZON + "/track-record").jsonPath();
        assertThat(later.getInt("made.made")).isGreaterThan(before);
        assertThat(given().get(HORIZON + "/state").jsonPath().getLong("version"))
                .isEqualTo(state.getLong("version"));
        assertThat(given().get(HORIZON + "/state").jsonPath().getString("today"))
                .isEqualTo("2026-11-22");
    }

    @Test
    void oneReplicaTellsANewDayWhileTheOthersLeaveItToThatOne() throws SQLException {
        String told = "ingest.own_forecast where made_on = '2026-11-25'";
        SettableTime.moveAhead(
                Duration.between(Instant.now(), Instant.parse("2026-11-25T12:00:00Z")));
        try (DatabaseLock.Held _ = locks.tryLock("new day").orElseThrow()) {
            changes.newDay();
            assertThat(IngestHouse.count(told)).isZero();
        }
        assertThat(indicators.ofYesterday()).contains(new IndicatorId("metr-horizon-p50"));
        changes.newDay();
        assertThat(IngestHouse.count(told)).isPositive();
        assertThat(indicators.ofYesterday()).isEmpty();
    }

    @Test
    void eachForecastThatWasToldIsKeptAndNoneCanBeChanged() throws SQLException {
        String day = given().get(HORIZON + "/state").jsonPath().getString("today");
        String ofTheDay = "made_on = '%s' and indicator = 'metr-horizon-p50'".formatted(day);
        long lines = IngestHouse.count("ingest.own_forecast where " + ofTheDay);
        long version = given().get(HORIZON + "/state").jsonPath().getLong("version");
        assertThat(lines).isPositive();

        Reports.horizon("A new one", 900);

        JsonPath state = given().get(HORIZON + "/state").jsonPath();
        assertThat(state.getLong("version")).isGreaterThan(version);
        assertThat(IngestHouse.count("ingest.own_forecast where " + ofTheDay))
                .isGreaterThanOrEqualTo(lines + state.getList("forecasts").size());
        for (String sql :
                List.of(
                        "delete from ingest.own_forecast",
                        "update ingest.own_forecast set version = 0",
                        "truncate ingest.own_forecast")) {
            assertThat(IngestHouse.sqlError(sql)).as(sql).isNotEmpty();
        }
    }

    /// Of two writers that take turns, the one whose transaction began first may come last.
    @Test
    void aForecastIsKeptAtTheTimeOfItsStatementAndNotOfItsTransaction() throws SQLException {
        try (Connection session = database.getConnection();
                Statement sql = session.createStatement()) {
            session.setAutoCommit(false);
            sql.execute("select pg_sleep(0.01)");
            sql.execute(
                    """
                    insert into ingest.own_forecast (indicator, made_on, version, threshold, forecast)
                    values ('of-a-test', '2026-01-01', 1, 1, '{}')
                    """);
            try (ResultSet row =
                    sql.executeQuery(
                            "select kept_at > now() from ingest.own_forecast"
                                    + " where indicator = 'of-a-test'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBoolean(1)).isTrue();
            }
            session.rollback();
        }
    }

    /// Of each month what was told first; the person's own forecast is settled with it.
    @Test
    void chancesThatAreComputedHereAreScoredOnceTheJudgementIsResolved() {
        chance("2027", "2026-06", 0.28);
        chance("2027", "2026-07", 0.26);
        chance("2028", "2026-06", 0.58);
        chance("2028", "2026-07", 0.57);
        String by2027 = "/api/v1/indicators/arrival-probability-2027/track-record";
        given().get(by2027)
                .then()
                .body("chances.entry", equalTo("import-ai/clark-2027"))
                .body("chances.due", equalTo("2027-12-31"))
                .body("chances.made", equalTo(2))
                .body("chances.outcome", nullValue())
                .body("chances.brier", nullValue());
        given().get("/api/v1/track-record").then().body("ranked[0].rps", nullValue());

        // Later than what any test here has read of the facts: the clock begins anew with each.
        SettableTime.moveAhead(
                Duration.between(Instant.now(), Instant.parse("2026-11-20T14:00:00Z")));
        chance("2027", "2026-07", 0.9);
        Reports.post(
                "/api/v1/forecasts",
                """
                {"id": "clark-2027", "source": "import-ai", "who": "Jack Clark (Import AI)",
                 "what": "AI R&D without people, by the end of 2027",
                 "indicator": "arrival-probability-2027", "probability": 0.3, "due": "2027-12-31",
                 "statedOn": "2026-05-04", "citation": "c",
                 "resolution": {"outcome": "HAPPENED", "on": "2026-11-18", "citation": "seen"}}
                """);

        given().get(by2027)
                .then()
                .body("chances.outcome", equalTo("HAPPENED"))
                .body("chances.brier.toDouble()", closeTo((0.5184 + 0.5476) / 2, 1e-6))
                .body("chances.judgedBrier.toDouble()", closeTo(0.49, 1e-6));
        given().get("/api/v1/track-record")
                .then()
                .body("ranked[0].who", equalTo("Jack Clark (Import AI)"))
                .body("ranked[0].made", equalTo(2))
                .body("ranked[0].dates", equalTo(2))
                .body(
                        "ranked[0].rps.toDouble()",
                        closeTo((0.5184 + 0.1764 + 0.5476 + 0.1849) / 4, 1e-6))
                .body("ranked[0].judgedRps.toDouble()", closeTo((0.49 + 0.16) / 2, 1e-6));
        given().get("/api/v1/indicators/forecast-sixty-by-2028/track-record")
                .then()
                .body("chances", nullValue())
                .body("reasons.chances", notNullValue());
    }

    private static void chance(String year, String month, double chance) {
        Reports.post(
                "/api/v1/observations",
                """
                {"source": "rubicon", "externalId": "%s",
                 "indicator": "arrival-probability-%s", "subject": {"model": "It happens"},
                 "value": %s, "unit": "probability", "observedOn": "%s-01", "precision": "MONTH"}
                """
                        .formatted(month, year, chance, month));
    }

    @Test
    void aStateOfThePastSpeaksOfItsOwnDay() {
        Instant known = Instant.now();
        given().get(HORIZON + "/state?asOf=" + known)
                .then()
                .body("today", equalTo(known.toString().substring(0, 10)))
                .body("verdict", notNullValue());
        assertThat(given().get(HORIZON + "/state?asOf=" + known).asString())
                .isEqualTo(given().get(HORIZON + "/state?asOf=" + known).asString());
    }

    @Test
    void allAreToldTogetherWithPeoples() {
        given().get("/api/v1/track-record")
                .then()
                .statusCode(200)
                .body("items.indicator", hasItem("metr-horizon-p50"))
                .body("items.indicator", hasItem("swe-bench-verified-reported"))
                .body("people.open", notNullValue())
                .body("items.findAll { it.nextValues != null }.size()", greaterThan(0))
                .body("items.findAll { it.replayed != null }.size()", greaterThan(0));
        given().get("/api/v1/indicators/no-such-thing/track-record").then().statusCode(404);
    }
}
