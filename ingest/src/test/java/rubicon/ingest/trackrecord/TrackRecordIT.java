package rubicon.ingest.trackrecord;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.catalogue.FactsHouse;
import rubicon.ingest.release.IndicatorChanges;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.SettableTime;

/// What is said of a day, kept, and scored, on the facts that come with Rubicon.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = FactsHouse.class, restrictToAnnotatedClass = true)
class TrackRecordIT {
    private static final String HORIZON = "/api/v1/indicators/metr-horizon-p50";

    @Inject IndicatorChanges changes;

    @BeforeEach
    void readTheHorizons() {
        SettableTime.moveAhead(
                Duration.between(Instant.now(), Instant.parse("2026-11-20T12:00:00Z")));
        List<String> sources =
                given().get("/api/v1/sources")
                        .jsonPath()
                        .getList("items.findAll { it.connector == 'facts' }.id");
        for (String source : sources) {
            given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                    .post("/api/v1/sources/%s/sync?wait=PT60S".formatted(source))
                    .then()
                    .statusCode(200);
        }
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
