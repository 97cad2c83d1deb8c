package rubicon.ingest.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.source.SourcesHouse;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.SettableTime;

/// Who may do what, where reading needs credentials too.
@QuarkusTest
@QuarkusTestResource(
        value = SourcesHouse.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "anonymous-read", value = "false"))
class SecurityIT {
    private static final String API = "/api/v1";

    @Inject DataSource database;

    @Inject AccessService access;

    @AfterEach
    void presentTime() {
        SettableTime.moveAhead(Duration.ZERO);
        access.ensure(credentials(IngestHouse.ADMIN, IngestHouse.PASSWORD));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /sources", "GET, /indicators", "GET, /rules", "GET, /alerts",
        "POST, /sources/keeping/sync", "GET, /tokens", "GET, /session", "GET, /dead-letters"
    })
    void withoutCredentialsNothingIsAnswered(String method, String path) {
        RestAssured.given()
                .request(method, API + path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("status", equalTo(401));
    }

    @ParameterizedTest(name = "{0} may {1} {2}: {3}")
    @CsvSource({
        "viewer,  GET,  /sources,              200",
        "viewer,  POST, /sources/off/sync,     403",
        "viewer,  GET,  /tokens,               403",
        "viewer,  POST, /observations,         403",
        "analyst, GET,  /sources,              200",
        "analyst, POST, /sources/off/sync,     403",
        "viewer,  GET,  /dead-letters,         403",
        "viewer,  GET,  /dead-letters/any,     403",
        "analyst, GET,  /dead-letters,         200",
        "analyst, GET,  /dead-letters/any,     404",
        "analyst, GET,  /tokens,               403",
        "admin,   GET,  /sources,              200",
        "admin,   GET,  /dead-letters,         200",
        "admin,   GET,  /tokens,               200"
    })
    void roleDecidesAndHigherRolesIncludeLowerOnes(
            String role, String method, String path, int status) {
        String token = issue(role, null).extract().path("token");
        with(token)
                .contentType("application/json")
                .request(method, API + path)
                .then()
                .statusCode(status);
    }

    @Test
    void tokenIsShownOnceAndStoredAsAHash() throws SQLException {
        String token = issue("viewer", null).extract().path("token");
        admin().get(API + "/tokens").then().body("items.token", not(hasItem(token)));
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows =
                        sql.executeQuery(
                                "select count(*) filter (where t::text like '%%%s%%'),"
                                                .formatted(token)
                                        + " count(*) filter (where sha256 = '%s')"
                                                .formatted(Secrets.hash(token))
                                        + " from ingest.api_token t")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
            assertThat(rows.getInt(2)).isEqualTo(1);
        }
    }

    @Test
    void tokenEndsWithItsLifetime() {
        String token = issue("viewer", "PT1H").extract().path("token");
        with(token).get(API + "/sources").then().statusCode(200);
        SettableTime.moveAhead(Duration.ofMinutes(59));
        with(token).get(API + "/sources").then().statusCode(200);
        SettableTime.moveAhead(Duration.ofMinutes(61));
        with(token).get(API + "/sources").then().statusCode(401);
    }

    @Test
    void revokedTokenIsRefusedAtOnce() {
        String name = "revoked-" + System.nanoTime();
        String token =
                admin().contentType("application/json")
                        .body("{\"name\": \"%s\", \"role\": \"viewer\"}".formatted(name))
                        .post(API + "/tokens")
                        .then()
                        .extract()
                        .path("token");
        with(token).get(API + "/sources").then().statusCode(200);
        String id =
                admin().get(API + "/tokens")
                        .then()
                        .extract()
                        .path("items.find { it.name == '%s' }.id".formatted(name));
        admin().delete(API + "/tokens/" + id).then().statusCode(204);
        with(token).get(API + "/sources").then().statusCode(401);
        admin().get(API + "/tokens")
                .then()
                .body("items.find { it.id == '%s' }.revokedAt".formatted(id), notNullValue());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'{\"role\": \"viewer\"}',                                            name",
        "'{\"name\": \"n\", \"role\": \"king\"}',                             role",
        "'{\"name\": \"n\", \"role\": \"viewer\", \"lifetime\": \"a while\"}', lifetime",
        "'{\"name\": \"n\", \"role\": \"viewer\", \"colour\": \"red\"}',       colour",
        "'{\"name\": {}, \"role\": \"viewer\"}',                              name"
    })
    void wrongRequestIsRefusedWithTheFieldNamed(String body, String field) {
        admin().contentType("application/json")
                .body(body)
                .post(API + "/tokens")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest(name = "{0} {1} {2} -> {3}")
    @CsvSource({
        "POST, /tokens,  application/json, 400",
        "POST, /tokens,  text/csv,         415",
        "PUT,  /sources, application/json, 405",
        "GET,  /nowhere, application/json, 404"
    })
    void everyErrorIsAProblemDocument(String method, String path, String type, int status) {
        admin().contentType(type)
                .body("{\"name\": ")
                .request(method, API + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("title", notNullValue());
    }

    @Test
    void logInOpensASessionThatEndsAfterItsTime() {
        String token =
                logIn(IngestHouse.PASSWORD)
                        .statusCode(200)
                        .body("user", equalTo(IngestHouse.ADMIN))
                        .body("expiresAt", notNullValue())
                        .extract()
                        .path("token");
        with(token)
                .get(API + "/session")
                .then()
                .statusCode(200)
                .body("user", equalTo(IngestHouse.ADMIN))
                .body("role", equalTo("admin"));
        SettableTime.moveAhead(Duration.ofHours(13));
        with(token).get(API + "/session").then().statusCode(401);
    }

    @Test
    void aLogInIsListedAndEndsAtOnceByAnAdministrator() {
        List<String> before = logIns().extract().path("items.id");
        String token = logIn(IngestHouse.PASSWORD).extract().path("token");
        List<String> after =
                logIns().body("items.account", everyItem(equalTo("local:" + IngestHouse.ADMIN)))
                        .body("items.name", everyItem(nullValue()))
                        .body("items.expiresAt", everyItem(notNullValue()))
                        .extract()
                        .path("items.id");
        List<String> opened = after.stream().filter(id -> !before.contains(id)).toList();
        assertThat(opened).hasSize(1);

        admin().delete(API + "/tokens/" + opened.getFirst()).then().statusCode(204);

        with(token).get(API + "/session").then().statusCode(401);
        logIns().body("items.id", not(hasItem(opened.getFirst())));
    }

    private static ValidatableResponse logIns() {
        return admin().queryParam("kind", "login").get(API + "/tokens").then().statusCode(200);
    }

    @Test
    void whatIsNoKindOfTokenIsRefused() {
        admin().queryParam("kind", "cookie")
                .get(API + "/tokens")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("kind"));
    }

    @Test
    void anotherPasswordEndsTheLogInsOfTheOneBefore() {
        String token = logIn(IngestHouse.PASSWORD).extract().path("token");

        access.ensure(credentials(IngestHouse.ADMIN, "another one"));

        with(token).get(API + "/session").then().statusCode(401);
        logIn(IngestHouse.PASSWORD).statusCode(401);
        logIn("another one").statusCode(200);
    }

    @Test
    void theSamePasswordEndsNothing() {
        String token = logIn(IngestHouse.PASSWORD).extract().path("token");

        access.ensure(credentials(IngestHouse.ADMIN, IngestHouse.PASSWORD));

        with(token).get(API + "/session").then().statusCode(200);
    }

    @Test
    void anAccountThatTheFileNoLongerNamesIsGoneWithItsLogIns() {
        String token = logIn(IngestHouse.PASSWORD).extract().path("token");

        access.ensure(credentials("successor", "a new one"));

        with(token).get(API + "/session").then().statusCode(401);
        logIn(IngestHouse.PASSWORD).statusCode(401);
    }

    @Test
    void theAuditTellsAnAccountAndATokenOfTheSameNameApart() {
        String person = logIn(IngestHouse.PASSWORD).extract().path("token");
        String machine =
                admin().contentType("application/json")
                        .body(
                                "{\"name\": \"%s\", \"role\": \"admin\"}"
                                        .formatted(IngestHouse.ADMIN))
                        .post(API + "/tokens")
                        .then()
                        .extract()
                        .path("token");

        assertThat(AuditTrail.recordedBy(person, "of-a-person"))
                .isEqualTo("local:" + IngestHouse.ADMIN);
        assertThat(AuditTrail.recordedBy(machine, "of-a-machine"))
                .isEqualTo("token:" + IngestHouse.ADMIN);
    }

    private static AccessService.Credentials credentials(String user, String password) {
        return new AccessService.Credentials(user, password, IngestHouse.TOKEN);
    }

    @Test
    void sessionIsNoApiTokenOfTheList() {
        logIn(IngestHouse.PASSWORD).statusCode(200);
        admin().get(API + "/tokens").then().body("items.name", not(hasItem(nullValue())));
    }

    @Test
    void tenWrongPasswordsLockTheAccountForAMinute() {
        for (int i = 0; i < 10; i++) {
            logIn("wrong " + i).statusCode(401).contentType("application/problem+json");
        }
        logIn(IngestHouse.PASSWORD).statusCode(401);
        SettableTime.moveAhead(Duration.ofSeconds(61));
        logIn(IngestHouse.PASSWORD).statusCode(200);
    }

    private static ValidatableResponse logIn(String password) {
        return RestAssured.given()
                .contentType("application/json")
                .body(
                        "{\"username\": \"%s\", \"password\": \"%s\"}"
                                .formatted(IngestHouse.ADMIN, password))
                .post(API + "/session")
                .then();
    }

    private static ValidatableResponse issue(
            String role, @org.jspecify.annotations.Nullable String lifetime) {
        String ends = lifetime == null ? "null" : "\"" + lifetime + "\"";
        return admin().contentType("application/json")
                .body(
                        "{\"name\": \"of a test\", \"role\": \"%s\", \"lifetime\": %s}"
                                .formatted(role, ends))
                .post(API + "/tokens")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification admin() {
        return with(IngestHouse.TOKEN);
    }

    private static RequestSpecification with(String token) {
        return RestAssured.given().auth().oauth2(token);
    }
}
