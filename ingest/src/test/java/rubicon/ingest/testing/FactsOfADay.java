package rubicon.ingest.testing;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The facts that come with Rubicon, read into the house of a test.
public final class FactsOfADay {
    private FactsOfADay() {}

    /// Sets the service's clock, and reads all facts. What the clock is set to stays until a test
    /// sets it back.
    public static void read(Instant now) {
        SettableTime.moveAhead(Duration.between(Instant.now(), now));
        read();
    }

    /// Reads all facts.
    public static void read() {
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
}
