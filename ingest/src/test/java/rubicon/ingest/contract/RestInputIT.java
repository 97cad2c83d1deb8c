package rubicon.ingest.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ingest.testing.IngestHouse;

/// What a sender may get wrong over REST: it is refused with the field named, and nothing else is
/// stored instead.
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class RestInputIT {
    private static final String API = "/api/v1";
    private static final String OBSERVATION =
            """
            {"source": "tests", "externalId": "%s", "indicator": "metr-horizon-p80-v1-0",
             "subject": {"model": "M"}, "value": %s, "observedOn": "2026-01-01",
             "statedAt": "2026-01-02T00:00:00Z"%s}
            """;

    @ParameterizedTest(name = "{0} {1} with ''{2}''")
    @CsvSource({
        "POST, /rules,              ''",
        "POST, /rules,              null",
        "PUT,  /rules/horizon-ladder, ''",
        "PUT,  /rules/horizon-ladder, null",
        "POST, /tokens,             ''",
        "POST, /tokens,             null",
        "POST, /session,            ''",
        "POST, /session,            null",
        "POST, /observations,       ''",
        "POST, /observations,       null"
    })
    void missingBodyIsRefused(String method, String path, String body) {
        refused(write().body(body).request(method, API + path).then(), "body");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "/tokens; {\"name\": \"a\\u0000b\", \"role\": \"viewer\"}; name",
                "/tokens; {\"name\": \"a\\ud800b\", \"role\": \"viewer\"}; name",
                "/tokens; {\"name\": \"n\", \"role\": \"viewer\", \"lifetime\": \"PT9999999999999999S\"}; lifetime",
                "/session; {\"username\": \"a\\u0000b\", \"password\": \"p\"}; username",
                "/rules; {\"id\": \"r\", \"title\": \"a\\u0000b\"}; title",
                "/rules; {\"labels\": {\"a\\u0000b\": \"c\"}}; labels",
                "/rules; {\"id\": \"r\", \"title\": \"t\", \"indicator\": \"metr-horizon-p80\", \"condition\": {\"kind\": \"FRONTIER\", \"op\": \"GE\"}, \"severities\": [null]}; severities[0]",
                "/rules; {\"severities\": [{\"fire\": \"1\"}]}; severities[0].fire",
                "/rules; {\"enabled\": \"true\"}; enabled",
                "/rules; {\"enabled\": true} {}; body",
                "/rules; {\"enabled\": true, \"enabled\": false}; body"
            })
    void faultyBodyIsRefusedWithItsFieldNamed(String path, String body, String field) {
        refused(write().body(body).post(API + path).then(), field);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GET,  /rules/%00,                404",
        "GET,  /alerts/%00,               404",
        "GET,  /indicators/%00/state,     404",
        "POST, /dead-letters/%00/replay,  404",
        "GET,  /dead-letters/%00,         404",
        "GET,  /dead-letters?source=%00,  400",
        "GET,  /alerts?rule=%00,          400",
        "GET,  /rules?indicator=%00,      400"
    })
    void characterThatNothingHoldsIsRefusedInAnAddress(String method, String path, int status) {
        write().urlEncodingEnabled(false)
                .request(method, API + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/indicators/metr-horizon-p80/state?asOf=-999999999-01-01T00:00:00Z,        asOf",
        "/indicators/metr-horizon-p80/observations?asOf=-100000-01-01T00:00:00Z,    asOf",
        "/indicators/metr-horizon-p80/observations?from=-100000-01-01,              from",
        "/indicators/metr-horizon-p80/observations?cursor=1000,                     cursor",
        "/releases?since=-999999999-01-01T00:00:00Z,                                since",
        "/releases?cursor=no-cursor,                                                cursor",
        "/releases?cursor=MjAyNi0wMS0wMVQwMDowMDowMFogeA,                           cursor",
        "/alerts?cursor=no-cursor,                                                  cursor",
        "/dead-letters?cursor=no-cursor,                                            cursor",
        "/dead-letters?replayed=perhaps,                                            replayed",
        "/dead-letters?limit=501,                                                   limit"
    })
    void parameterOutOfRangeIsRefused(String path, String field) {
        refused(write().get(API + path).then(), field);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "value; \"value\": \"12\"",
                "n; \"n\": 1.7",
                "n; \"n\": 99999999999999999999",
                "observedOn; \"observedOn\": 19000",
                "observedOn; \"observedOn\": [2024, 1, 1]",
                "observedOn; \"observedOn\": \"2024-01-01T00:00:00Z\"",
                "publishedAt; \"publishedAt\": 5",
                "subject.model; \"subject\": {\"model\": 123}",
                "subject.releasedOn; \"subject\": {\"model\": \"M\", \"releasedOn\": \"0100-01-01\"}",
                "subject; \"subject\": \"M\"",
                "evidence; \"evidence\": \"javascript:alert(1)\"",
                "evidence; \"evidence\": \"ftp://example.org/a\"",
                "note; \"note\": \"half \\ud83d of a pair\"",
                "colour; \"colour\": \"red\"",
                "statedAt; \"statedAt\": \"2199-01-01T00:00:00Z\""
            })
    void observationIsTakenAsItStandsOrRefused(String field, String part) {
        String key = part.substring(0, part.indexOf(':'));
        String body =
                """
                {"source": "tests", "indicator": "metr-horizon-p80-v1-0", "subject": {"model": "M"},
                 "value": 1, "observedOn": "2026-01-01"}
                """;
        String others =
                body.replaceFirst(key + ": (\\{.*?}|[^,}]*),?", "")
                        .strip()
                        .replaceFirst(",\\s*}$", "}");
        String faulty = others.substring(0, others.length() - 1) + ", " + part + "}";
        refused(write().body(faulty).post(API + "/observations").then(), field)
                .body("violations.message", not(hasItem(containsString("rubicon."))))
                .body("violations.message", not(hasItem(containsString("java."))));
        refused(
                write().body("[" + faulty + "]").post(API + "/observations").then(),
                "[0]." + field);
    }

    @Test
    void emptyObservationNamesWhatIsMissing() {
        write().body("{}")
                .post(API + "/observations")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("source", "indicator", "subject", "observedOn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[null]", "[[]]"})
    void itemThatIsNoObjectIsNamedByItsPlace(String body) {
        refused(write().body(body).post(API + "/observations").then(), "[0]")
                .body("violations[0].message", equalTo("must be a JSON object"));
    }

    @Test
    void observationsThatContradictEachOtherAreRefusedTogether() {
        String one = OBSERVATION.formatted("contradicted", "1", "");
        String other = OBSERVATION.formatted("contradicted", "1", ", \"note\": \"another\"");
        write().body("[%s, %s]".formatted(one, other))
                .post(API + "/observations")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("[0]", "[1]")))
                .body("violations[0].message", containsString("[1]"))
                .body("violations[1].message", containsString("[0]"));
    }

    @Test
    void observationThatIsSaidTwiceIsOne() {
        String one = OBSERVATION.formatted("twice", "1", "");
        String id =
                write().body("[%s, %s]".formatted(one, one))
                        .post(API + "/observations")
                        .then()
                        .statusCode(202)
                        .body("pending", equalTo(1))
                        .extract()
                        .path("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        write().get(API + "/receipts/" + id)
                                .then()
                                .body("handled", equalTo(1))
                                .body("pending", equalTo(0)));
    }

    @Test
    void correctionsOfOneObservationWithTimesOfTheirOwnAreTakenTogether() {
        String one = OBSERVATION.formatted("corrected", "1", "");
        String other =
                one.replace("2026-01-02T", "2026-01-03T").replace("\"value\": 1", "\"value\": 2");
        write().body("[%s, %s]".formatted(one, other))
                .post(API + "/observations")
                .then()
                .statusCode(202)
                .body("pending", equalTo(2));
    }

    @Test
    void anyMomentOfTheCalendarMayBeAskedFor() {
        given().get(API + "/indicators/metr-horizon-p80/state?asOf=9999-01-01T00:00:00Z")
                .then()
                .statusCode(200);
        assertThat(
                        Instant.parse(
                                given().get(
                                                API
                                                        + "/indicators/metr-horizon-p80/state?asOf=0001-01-01T00:00:00Z")
                                        .path("asOf")))
                .isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "/indicators,                               text/csv",
        "/releases,                                 text/csv",
        "/rules,                                    text/plain",
        "/indicators/metr-horizon-p80/observations, image/png"
    })
    void formThatThereIsNotIsNotAcceptable(String path, String type) {
        given().accept(type)
                .get(API + path)
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    private static ValidatableResponse refused(ValidatableResponse answer, String field) {
        return answer.statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field));
    }

    private static RequestSpecification write() {
        return given().auth().oauth2(IngestHouse.TOKEN).contentType("application/json");
    }
}
