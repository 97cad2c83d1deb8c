package rubicon.ingest.platform;

import io.restassured.RestAssured;

/// What the audit keeps of who acts.
final class AuditTrail {
    private AuditTrail() {}

    /// Lets somebody make an indicator, and answers whom its first version names.
    static String recordedBy(String token, String indicator) {
        String address = "/api/v1/indicators/" + indicator;
        RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(
                        """
                        {"title": "Made by somebody", "kind": "MEASUREMENT", "unit": "points",
                         "scale": "LINEAR", "direction": "HIGHER", "view": "LAB", "date": "RESULT",
                         "feed": "EMPTY", "sources": ["ours"],
                         "licence": {"id": "CC0-1.0", "export": "YES"}, "citation": "Ours",
                         "description": "A number of our own."}
                        """)
                .put(address)
                .then()
                .statusCode(201);
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .get(address + "/versions")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].recordedBy");
    }
}
