package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.rule.RuleService;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.SettableTime;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.SeverityPayload;

/// A house with default rules of an older Rubicon starts with this one.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class DefaultRulesUpgradeIT {
    private static final String RUBICON = "rubicon";
    private static final String SOMEBODY = "local:warden";
    private static final String SUITE = "horizon-beyond-suite-score";

    @Inject DefaultRules defaults;
    @Inject RuleChanges changes;
    @Inject RuleService rules;

    @Test
    void whatNobodyHasTakenOverIsBroughtUpToDateAndTheRestIsLeftAlone()
            throws IOException, SQLException {
        RulePayload asShipped = rule("horizon-ladder");
        long before = IngestHouse.count("ingest.rule_version");
        defaults.onStart(new StartupEvent());
        assertThat(IngestHouse.count("ingest.rule_version")).as("nothing new").isEqualTo(before);

        // Given
        changes.edit("horizon-ladder", older(asShipped), RUBICON);
        changes.edit("horizon-reliable-day", older(rule("horizon-reliable-day")), SOMEBODY);
        changes.delete("drop-in-junior", SOMEBODY);

        // When
        defaults.onStart(new StartupEvent());

        // Then
        assertThat(rule("horizon-ladder").severities()).isEqualTo(asShipped.severities());
        assertThat(rule("horizon-ladder").title()).isEqualTo(asShipped.title());
        assertThat(rule("horizon-ladder").version()).isEqualTo(3);
        assertThat(rule("horizon-reliable-day").version()).isEqualTo(2);
        assertThat(rules.find("drop-in-junior")).isEmpty();
    }

    @Test
    void anotherQuestionEndsTheOpenAlertAndAnotherWordingDoesNot() throws IOException {
        RulePayload asShipped = rule(SUITE);
        changes.edit(SUITE, withThreshold(asShipped, 0.1), RUBICON);
        report(0.5);
        assertThat(conditions(SUITE)).containsExactly("FIRING");

        changes.edit(SUITE, titled(withThreshold(asShipped, 0.1), "As it was called"), RUBICON);
        assertThat(conditions(SUITE)).as("other words").containsExactly("FIRING");

        defaults.onStart(new StartupEvent());

        assertThat(rule(SUITE).severities()).isEqualTo(asShipped.severities());
        assertThat(conditions(SUITE)).as("another threshold").containsExactly("NORMAL");
        assertThat(alerts(SUITE).getString("items[0].reason")).isEqualTo("RULE_UPDATED");
    }

    private RulePayload rule(String id) {
        return rules.find(id).orElseThrow().payload();
    }

    private static RulePayload older(RulePayload it) {
        return titled(withThreshold(it, 1), "As it was called");
    }

    private static RulePayload titled(RulePayload it, String title) {
        return new RulePayload(
                it.id(),
                title,
                it.why(),
                it.indicator(),
                it.condition(),
                it.severities(),
                it.noData(),
                it.labels(),
                it.enabled(),
                null,
                null);
    }

    private static RulePayload withThreshold(RulePayload it, double fire) {
        SeverityPayload first = it.severities().getFirst();
        return new RulePayload(
                it.id(),
                it.title(),
                it.why(),
                it.indicator(),
                it.condition(),
                List.of(new SeverityPayload(first.name(), fire, null, null, null)),
                it.noData(),
                it.labels(),
                it.enabled(),
                null,
                null);
    }

    private static void report(double score) {
        given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"source": "tests", "indicator": "metr-suite-score",
                         "subject": {"model": "A"}, "value": %s, "observedOn": "%s"}
                        """
                                .formatted(score, SettableTime.today().minusDays(1)))
                .post("/api/v1/observations")
                .then()
                .statusCode(202);
        Awaitility.await().untilAsserted(() -> assertThat(conditions(SUITE)).isNotEmpty());
    }

    private static List<String> conditions(String rule) {
        return alerts(rule).getList("items.condition");
    }

    private static JsonPath alerts(String rule) {
        return given().get("/api/v1/alerts?rule=" + rule).jsonPath();
    }
}
