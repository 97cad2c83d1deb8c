package rubicon.ingest.platform;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
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
