package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Sources that run by themselves: one whose upstream is gone for good, one that stumbles first.
@QuarkusTest
@QuarkusTestResource(
        value = SourcesHouse.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "schedule", value = "true"))
class ScheduledSourcesIT {

    @BeforeAll
    static void upstreams() {
        SourcesHouse.withdrawing().says(410);
        byte[] body = Results.of(2).bytes();
        int before = SourcesHouse.keeping().requests();
        SourcesHouse.keeping()
                .answers(exchange -> {
                    if (SourcesHouse.keeping().requests() - before < 3) {
                        exchange.sendResponseHeaders(500, -1);
                    } else {
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
    }

    @Inject DataSource database;

    @Test
    void sourceThatStumblesIsTriedAgainAndHinderedByNoOther() throws SQLException {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        RestAssured.given()
                                .get("/api/v1/sources")
                                .then()
                                .body(health("keeping"), equalTo("OK"))
                                .body("items.find { it.id == 'keeping' }.lastRun.new", equalTo(4))
                                .body(health("withdrawing"), equalTo("GONE"))
                                .body(
                                        "items.find { it.id == 'withdrawing' }.lastRun.error",
                                        containsString("answered 410"))
                                .body(health("off"), equalTo("OFF")));
        assertThat(runsThatFailedWith("answered 500")).as("within one run").isZero();
        assertThat(runsThatFailedWith("answered 410")).isPositive();
    }

    private int runsThatFailedWith(String error) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows =
                        sql.executeQuery(
                                "select count(*) from ingest.source_run where error like '%%%s%%'"
                                        .formatted(error))) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    private static String health(String source) {
        return "items.find { it.id == '%s' }.health".formatted(source);
    }
}
