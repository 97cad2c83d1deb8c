package rubicon.ingest.source.metr;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// METR's real files in the order in which they were published. The doubling times are those that
/// METR printed in them; the interval and the horizon at 80 % are an independent least squares fit
/// (scipy.stats.linregress, t quantile).
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class RealRevisionsIT {
    private static final String STATE = "/api/v1/indicators/%s/state";

    @Test
    void everyRevisionGivesItsPublishedDoublingTime() throws IOException {
        String folder = System.getProperty("rubicon.upstream.dir", "");
        assumeTrue(
                !folder.isBlank() && Files.isDirectory(Path.of(folder)),
                "SKIPPED: rubicon.upstream.dir does not name the folder of real upstream files");
        Path files = Path.of(folder, "metr-time-horizons");

        sync(
                        files.resolve("2025-08-01_a8d888bc/benchmark_results_1_0.yaml"),
                        "2025-08-02T01:50:36Z")
                .body("new", equalTo(52));
        sync(
                        files.resolve("2026-01-24_e484004c/benchmark_results_1_0.yaml"),
                        "2026-01-24T21:59:39Z")
                .body("read", equalTo(66))
                .body("new", equalTo(14))
                .body("refused", equalTo(0));
        sync(
                        files.resolve("2026-01-30_94131bb2/benchmark_results_1_1.yaml"),
                        "2026-01-30T07:25:21Z")
                .body("read", equalTo(48))
                .body("new", equalTo(42));
        trend("metr-horizon-p50", 11, 130.801);
        String january = given().get(STATE.formatted("metr-horizon-p50")).path("asOf");
        sync(
                        files.resolve("2026-02-22_2afb13df/benchmark_results_1_1.yaml"),
                        "2026-02-22T21:10:22Z")
                .body("read", equalTo(66))
                .body("new", equalTo(18));
        trend("metr-horizon-p50", 14, 122.611);
        sync(
                        files.resolve("2026-03-03_0a397e8a/benchmark_results_1_1.yaml"),
                        "2026-03-04T02:04:54Z")
                .body("new", equalTo(0))
                .body("revised", equalTo(40))
                .body("unchanged", equalTo(26));
        trend("metr-horizon-p50", 14, 128.744)
                .body("trend.doublingDays.low.toDouble()", closeTo(110.269, 5e-4))
                .body("trend.doublingDays.high.toDouble()", closeTo(154.655, 5e-4))
                .body("counts.standing", equalTo(20));
        trend("metr-horizon-p80", 12, 131.824);

        given().get(STATE.formatted("metr-horizon-p50") + "?asOf=" + january)
                .then()
                .body("trend.doublingDays.estimate.toDouble()", closeTo(130.801, 5e-4))
                .body("counts.standing", equalTo(14));
        given().get("/api/v1/alerts?rule=horizon-ladder")
                .then()
                .body("items", hasSize(1))
                .body("items[0].condition", equalTo("FIRING"))
                .body("items[0].flags", hasItem("BASELINE"))
                .body("items[0].subject", equalTo("Claude Opus 4.6"));
    }

    private static ValidatableResponse sync(Path file, String stated) throws IOException {
        IngestHouse.upstream().serve(Files.readAllBytes(file), Instant.parse(stated));
        return given().auth()
                .oauth2(IngestHouse.TOKEN)
                .post("/api/v1/sources/metr-time-horizons/sync?wait=PT60S")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse trend(String indicator, int points, double doublingDays) {
        return given().get(STATE.formatted(indicator))
                .then()
                .statusCode(200)
                .body("trend.points", equalTo(points))
                .body("trend.doublingDays.estimate.toDouble()", closeTo(doublingDays, 5e-4));
    }
}
