package rubicon.ingest.analysis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.hamcrest.Matcher;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// The real table of the NanoGPT speedrun, through its connector, Kafka and the ledger to the
/// answer. Oracle: an independent computation on the curated copy of the same 89 records and 2
/// re-timings.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = SpeedrunHouse.class, restrictToAnnotatedClass = true)
class SpeedrunIT {
    private static final String INDICATOR = "/api/v1/indicators/nanogpt-speedrun-time";

    @Test
    void theLedgerGivesWhatWasPublishedOfItAndItsPastStands() throws IOException {
        String folder = System.getProperty("rubicon.upstream.dir", "");
        assumeTrue(
                !folder.isBlank() && Files.isDirectory(Path.of(folder)),
                "SKIPPED: rubicon.upstream.dir does not name the folder of real upstream files");
        Path files = Path.of(folder, "modded-nanogpt-records");

        sync(files.resolve("2026-03-07_a949398b/track1_records.md"), "2026-03-07T17:41:50Z");
        ledger("")
                .body("rows", equalTo(77))
                .body("all.actors.find { it.name == 'AI' }.count", equalTo(4));
        String march = given().get(INDICATOR + "/state").path("asOf");

        sync(files.resolve("2026-08-01_f411b3d3/track1_records.md"), "2026-08-01T21:04:05Z");

        ledger("?since=2025-09-01")
                .body("rows", equalTo(89))
                .body("baselines", equalTo(1))
                .body("rawLogGain.toDouble()", near(3.5996483203859935))
                .body("all.steps", equalTo(88))
                .body("all.logGain.toDouble()", near(3.626890630594983))
                .body("all.negative", equalTo(0))
                .body("all.stepsToHalf", equalTo(7))
                .body("all.gini.toDouble()", near(0.6747338820676345))
                .body("all.actors.name", contains("HUMAN", "AI", "CENTAUR"))
                .body("all.actors.count", contains(83, 5, 0))
                .body("all.actors[1].logGain.toDouble()", near(0.0465460031315689))
                .body("all.actors[1].gainShare.estimate.toDouble()", near(0.012833583328630214))
                .body("all.actors[1].gainShare.low.toDouble()", lessThan(0.0128))
                .body("all.actors[1].gainShare.high.toDouble()", greaterThan(0.0129))
                .body("all.actors[1].gainShare.high.toDouble()", lessThan(0.05))
                .body("all.depths.name", contains("DEEP", "SHALLOW", "BUNDLED"))
                .body("all.depths.count", contains(16, 72, 0))
                .body("all.depths[0].gainShare.estimate.toDouble()", near(0.7110661401425693))
                .body("since.from", equalTo("2025-09-01"))
                .body("since.steps", equalTo(61))
                .body("since.logGain.toDouble()", near(0.8268818045640922))
                .body("since.actors[1].gainShare.estimate.toDouble()", near(0.05629099936006765))
                .body("laws.elasticity.value.estimate.toDouble()", near(0.7600193723770203))
                .body("laws.elasticity.r2.toDouble()", near(0.9741410757555228))
                .body("laws.beta.estimate.toDouble()", near(1.3157559351052084))
                .body("laws.beta.low.toDouble()", lessThan(1.3157))
                .body("laws.beta.high.toDouble()", greaterThan(1.3158))
                .body("laws.halvingDays.value.estimate.toDouble()", closeTo(206.1426279, 1e-3))
                .body("laws.halvingDays.r2.toDouble()", near(0.8239116005362268))
                .body("laws.decay.value.estimate.toDouble()", near(-0.9761296459025538))
                .body("laws.decay.r2.toDouble()", near(0.5466492895203723))
                .body("laws.decay.points", equalTo(88))
                .body("steps.findAll { it.actor == 'AI' }.depth.unique()", contains("SHALLOW"))
                .body("steps.find { it.id == '22' }.baseline", equalTo(true))
                .body("steps.find { it.id == '22' }.before.toDouble()", near(3.014))
                .body("steps.find { it.id == '3' }.depth", equalTo("DEEP"))
                .body("steps[87].cumulative.toDouble()", near(3.626890630594983));

        ledger("?asOf=" + march)
                .body("asOf", equalTo(march))
                .body("rows", equalTo(77))
                .body("all.actors[1].count", equalTo(4));
        jumpsAndShapes();
    }

    /// Of these nobody has published a number: what must hold of any is asked.
    private static void jumpsAndShapes() {
        given().get(INDICATOR + "/jumps")
                .then()
                .statusCode(200)
                .body("scale", equalTo("LN"))
                .body("series.start", contains("RUNNING"))
                .body("series[0].results", equalTo(89))
                .body("series[0].rate.chance.toDouble()", lessThan(0.05))
                .body("series[0].segments.steps.sum()", greaterThan(60))
                .body("series[0].reasons.generations", containsString("metr-horizon-p50"));
        given().get(INDICATOR + "/shapes")
                .then()
                .statusCode(200)
                .body("unit", equalTo("min"))
                .body("heldOut", greaterThan(8))
                .body(
                        "shapes.shape",
                        contains("EXPONENTIAL", "QUADRATIC", "PIECEWISE", "SATURATING"))
                .body("shapes.score", notNullValue())
                .body(
                        "shapes.find { it.shape == 'SATURATING' }.parameters"
                                + ".find { it.name == 'CEILING' }.value.estimate.toDouble()",
                        lessThan(1.23));
    }

    private static Matcher<Double> near(double published) {
        return closeTo(published, 1e-6);
    }

    private static void sync(Path file, String stated) throws IOException {
        SpeedrunHouse.server().serve(Files.readAllBytes(file), Instant.parse(stated));
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .post("/api/v1/sources/%s/sync?wait=PT60S".formatted(SpeedrunHouse.SOURCE))
                .then()
                .statusCode(200)
                .body("refused", equalTo(0));
    }

    private static ValidatableResponse ledger(String query) {
        return given().get(INDICATOR + "/record-ledger" + query).then().statusCode(200);
    }
}
