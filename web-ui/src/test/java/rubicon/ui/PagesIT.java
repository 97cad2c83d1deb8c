package rubicon.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import rubicon.local.testing.HouseResource;
import rubicon.local.testing.TestHouse;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.Topics;
import rubicon.ui.testing.Wire;

/// The application in its container against a real Kafka; the pages in a browser are tested by the
/// acceptance module.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
final class PagesIT {
    private static final String READ =
            "rubicon_live_records_total{topic=\"" + Topics.INDICATORS + "\"";

    private final ObjectMapper json =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    @Test
    void aStateOnTheTopicReachesTheFeedOfAReadyApplication() throws Exception {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));

        double before = recordsRead();

        publish(Wire.state("it-indicator", 5));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(recordsRead()).isEqualTo(before + 1));
        given().get("/q/health/ready").then().body("checks[0].data.indicators", equalTo("LIVE"));
    }

    @Test
    void metersAreThoseThatTheOperatorsPageLists() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "operators", "metrics.md"));
        String section = page.substring(page.indexOf("## web-ui"), page.indexOf("## Of libraries"));
        Set<String> listed =
                Pattern.compile("\\| `(\\w+)` \\|")
                        .matcher(section)
                        .results()
                        .map(it -> it.group(1))
                        .collect(Collectors.toSet());

        assertThat(told()).isEqualTo(listed);
    }

    @Test
    void whoLooksIsCounted() {
        double before = value("rubicon_ui_sessions");

        given().accept("text/html").get("/").then().statusCode(200);

        assertThat(value("rubicon_ui_sessions")).isEqualTo(before + 1);
    }

    @Test
    void theThreeProbesAskThreeThings() {
        given().get("/q/health/started")
                .then()
                .statusCode(200)
                .body("checks.name", contains("feeds started"));
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.name", contains("feed threads"));
        given().get("/q/health/ready").then().body("checks.name", contains("feeds"));
    }

    @Test
    void aPageIsServedWithItsScriptsAndGuarded() {
        Response page = given().accept("text/html").get("/indicators/metr-horizon-p50");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().asString()).contains("rubicon-theme").contains("styles/tokens.css");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(page.header("Set-Cookie"))
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void behindAProxyThatEndsTlsCookiesAndBrowsersAreBoundToHttps() {
        Response page =
                given().accept("text/html").header("X-Forwarded-Proto", "https").get("/alerts");

        assertThat(page.header("Set-Cookie"))
                .startsWith("JSESSIONID=")
                .contains("; Secure")
                .containsIgnoringCase("; HttpOnly")
                .contains("; SameSite=Lax");
        assertThat(page.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void aLocalHouseGoesOnWithoutTls() {
        Response page = given().accept("text/html").get("/alerts");

        assertThat(page.header("Set-Cookie")).startsWith("JSESSIONID=").doesNotContain("Secure");
        assertThat(page.header("Strict-Transport-Security")).isNull();
    }

    @Test
    void whatIsNoPageIsAnsweredWithNotFound() {
        assertThat(given().accept("text/html").get("/nothing/here").statusCode()).isEqualTo(404);
        assertThat(given().accept("text/html").get("/alerts").statusCode()).isEqualTo(200);
    }

    @Test
    void theChartLibraryIsServedFromThisHouse() {
        assertThat(given().get("/echarts/echarts.min.js").statusCode()).isEqualTo(200);
        assertThat(given().get("/chart/rubicon-chart.js").body().asString())
                .contains("customElements.define('rubicon-chart'");
    }

    private static Set<String> told() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("# TYPE rubicon_"))
                .map(line -> line.split(" ", -1))
                .map(words -> words[3].equals("counter") ? words[2] + "_total" : words[2])
                .collect(Collectors.toSet());
    }

    private static double recordsRead() {
        return value(READ);
    }

    private static double value(String name) {
        return given().get("/q/metrics")
                .body()
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private void publish(IndicatorStatePayload state)
            throws JsonProcessingException, ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestHouse.shared().bootstrapServers(),
                        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                        StringSerializer.class,
                        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                        StringSerializer.class);
        try (var producer = new KafkaProducer<String, String>(settings)) {
            var sent =
                    new ProducerRecord<>(
                            Topics.INDICATORS, state.indicator(), json.writeValueAsString(state));
            producer.send(sent).get();
        }
    }
}
