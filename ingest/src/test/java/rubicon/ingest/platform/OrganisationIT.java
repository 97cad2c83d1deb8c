package rubicon.ingest.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.testing.IngestHouse;

/// People of an organisation come with tokens of its provider, beside the house's own ones.
@QuarkusTest
@QuarkusTestResource(value = OrganisationHouse.class, restrictToAnnotatedClass = true)
class OrganisationIT {
    private static final String API = "/api/v1";
    private static final String RUBICON = "rubicon";
    private static final String MEMBER = "server.example.com:" + IngestHouse.ADMIN;

    @Inject AccessService access;

    @ParameterizedTest(name = "{0} may {1} {2}: {3}")
    @CsvSource({
        "viewer,      GET,  /sources,                     200",
        "viewer,      GET,  /dead-letters,                403",
        "analyst,     GET,  /sources,                     200",
        "analyst,     GET,  /dead-letters,                200",
        "analyst,     GET,  /tokens,                      403",
        "safety-team, GET,  /dead-letters,                200",
        "admin,       GET,  /tokens,                      200",
        "somebody,    GET,  /sources,                     403"
    })
    void theProvidersRoleDecides(String group, String method, String path, int status) {
        with(OrganisationHouse.token("ada", RUBICON, group))
                .request(method, API + path)
                .then()
                .statusCode(status);
    }

    @Test
    void aTokenMadeForAnotherApplicationIsRefused() {
        with(OrganisationHouse.token("ada", "payroll", "admin"))
                .get(API + "/sources")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void aForgedTokenIsRefused() {
        String token = OrganisationHouse.token("ada", RUBICON, "viewer");
        String other = OrganisationHouse.token("ada", RUBICON, "admin");
        String forged =
                other.substring(0, other.lastIndexOf('.'))
                        + token.substring(token.lastIndexOf('.'));

        with(forged).get(API + "/sources").then().statusCode(401);
    }

    @Test
    void ownTokensWorkBesideTheProviders() {
        with(IngestHouse.TOKEN).get(API + "/tokens").then().statusCode(200);
        with("rbc_unknown").get(API + "/sources").then().statusCode(401);
    }

    @Test
    void whoOneIsNamesTheProvidersUser() {
        with(OrganisationHouse.token("ada", RUBICON, "viewer", "analyst"))
                .get(API + "/session")
                .then()
                .statusCode(200)
                .body("user", equalTo("ada"))
                .body("role", equalTo("analyst"))
                .body("expiresAt", nullValue());
    }

    @Test
    void aProvidersTokenIsTurnedIntoALogInWithTheSameRole() {
        String own =
                with(OrganisationHouse.token("ada", RUBICON, "analyst"))
                        .contentType("application/json")
                        .post(API + "/session")
                        .then()
                        .statusCode(200)
                        .body("user", equalTo("ada"))
                        .body("role", equalTo("analyst"))
                        .body("expiresAt", notNullValue())
                        .extract()
                        .path("token");

        with(own).get(API + "/session").then().statusCode(200).body("user", equalTo("ada"));
        with(own).get(API + "/tokens").then().statusCode(403);
        with(own).delete(API + "/session").then().statusCode(204);
        with(own).get(API + "/session").then().statusCode(401);
    }

    @Test
    void theAuditNamesThePersonWithTheirProviderWhicheverTokenTheyCarry() {
        String token = OrganisationHouse.token(IngestHouse.ADMIN, RUBICON, "admin");
        String own =
                with(token)
                        .contentType("application/json")
                        .post(API + "/session")
                        .then()
                        .body("user", equalTo(IngestHouse.ADMIN))
                        .body("account", equalTo(MEMBER))
                        .extract()
                        .path("token");

        assertThat(AuditTrail.recordedBy(token, "by-the-providers-token")).isEqualTo(MEMBER);
        assertThat(AuditTrail.recordedBy(own, "by-a-log-in")).isEqualTo(MEMBER);
    }

    @Test
    void passwordsAreSwitchedOffAndLogInsOfBeforeAreVoid() {
        String before =
                access.open(IngestHouse.ADMIN, AuditName.local(IngestHouse.ADMIN), Role.ADMIN)
                        .token();

        with(before).get(API + "/session").then().statusCode(401);
        RestAssured.given()
                .contentType("application/json")
                .body(
                        "{\"username\": \"%s\", \"password\": \"%s\"}"
                                .formatted(IngestHouse.ADMIN, IngestHouse.PASSWORD))
                .post(API + "/session")
                .then()
                .statusCode(403)
                .body("detail", equalTo("passwords are switched off in this house"));
    }

    @Test
    void whoHasNoRoleOfOursIsToldSo() {
        with(OrganisationHouse.token("eve", RUBICON, "somebody"))
                .contentType("application/json")
                .post(API + "/session")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", equalTo("the provider names no role of Rubicon"));
    }

    @Test
    void aTokenOfOursIsNotTurnedIntoALogIn() {
        with(IngestHouse.TOKEN)
                .contentType("application/json")
                .post(API + "/session")
                .then()
                .statusCode(400);
    }

    private static RequestSpecification with(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }
}
