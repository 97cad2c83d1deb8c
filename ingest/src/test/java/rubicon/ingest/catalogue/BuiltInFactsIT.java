package rubicon.ingest.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// The facts that come with Rubicon, read as on a first day: through Kafka into the ledger.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = FactsHouse.class, restrictToAnnotatedClass = true)
class BuiltInFactsIT {

    @BeforeEach
    void readAllFacts() {
        List<String> sources =
                given().get("/api/v1/sources")
                        .jsonPath()
                        .getList("items.findAll { it.connector == 'facts' }.id");
        assertThat(sources).hasSize(12);
        for (String source : sources) {
            given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                    .when()
                    .post("/api/v1/sources/%s/sync?wait=PT60S".formatted(source))
                    .then()
                    .statusCode(200)
                    .body("refused", equalTo(0))
                    .body("revised", equalTo(0));
        }
    }

    @Test
    void nothingIsRefusedAndStatesAreThoseOfTheUpstreams() {
        given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                .when()
                .get("/api/v1/dead-letters")
                .then()
                .statusCode(200)
                .body("items", empty());
        JsonPath clean = state("mle-bench-all-clean");
        assertThat(clean.getDouble("frontier[-1].value")).isEqualTo(61.33);
        assertThat(clean.getList("frontier.value"))
                .as("a quoted value is evidence, not a result")
                .doesNotContain(16.9f);
        assertThat(state("anthropic-rd-al4-share").getDouble("latest.low")).isEqualTo(21.2);
        assertThat(state("nanogpt-speedrun-time").getDouble("frontier[-1].value")).isEqualTo(1.23);
    }

    /// Oracle: METR's published doubling time from 2023 on, 128.744 days, of its file since
    /// 2026-03-03; the model above the limit of the suite is not in the line.
    @Test
    void trendIsMetrsAlsoAfterTheModelBeyondTheSuite() {
        JsonPath state = state("metr-horizon-p50");
        assertThat(state.getDouble("frontier[-1].value")).isCloseTo(1044.78, within(0.001));
        assertThat(state.getDouble("trend.doublingDays.estimate"))
                .isCloseTo(128.744, within(0.001));
    }

    @Test
    void quotedValueStandsBesideTheUpstreamsOwn() {
        given().get("/api/v1/indicators/metr-horizon-p50/observations?subject=GPT-5.2")
                .then()
                .statusCode(200)
                .body("items.source", hasItem("seed-facts"))
                .body("items.find { it.source == 'seed-facts' }.value", equalTo(360.0f));
    }

    private static JsonPath state(String indicator) {
        return given().get("/api/v1/indicators/%s/state".formatted(indicator)).jsonPath();
    }
}
