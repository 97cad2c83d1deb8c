package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A house with an organisation's provider, and without an account of its own.
class IdentityIT {
    private static final String SECRET = "rubicon-identity";
    private static final String SERVER = "QUARKUS_OIDC_AUTH_SERVER_URL";
    private static final String CLIENT_SECRET = "QUARKUS_OIDC_CREDENTIALS_SECRET";

    private Manifests house;

    @BeforeEach
    void render() throws Exception {
        house = Manifests.rendered("everything");
    }

    @Test
    void ingestAndWebUiAreToldOfTheProviderByTheNamesOfThePage() throws IOException {
        String page = Files.readString(Folders.DOCS.resolve("security.md"));

        assertThat(identityOf("ingest"))
                .isEqualTo(
                        Map.of(
                                "QUARKUS_OIDC_TENANT_ENABLED",
                                "true",
                                SERVER,
                                SECRET + ":" + SERVER));
        assertThat(identityOf("web-ui"))
                .containsEntry("QUARKUS_OIDC_TENANT_ENABLED", "true")
                .containsEntry("QUARKUS_OIDC_AUTHENTICATION_FORCE_REDIRECT_HTTPS_SCHEME", "true")
                .containsEntry(SERVER, SECRET + ":" + SERVER)
                .containsEntry(CLIENT_SECRET, SECRET + ":" + CLIENT_SECRET)
                .allSatisfy((name, value) -> assertThat(page).contains(name + "="));
        assertThat(identityOf("simulator")).isEmpty();
    }

    @Test
    void onlyTheseTwoReachTheProvider() {
        JsonNode policy = house.find("NetworkPolicy", "identity").orElseThrow().path("spec");

        assertThat(policy.path("podSelector"))
                .hasToString(
                        "{\"matchExpressions\":[{\"key\":\"app.kubernetes.io/name\","
                                + "\"operator\":\"In\",\"values\":[\"ingest\",\"web-ui\"]}]}");
        assertThat(policy.path("policyTypes")).hasToString("[\"Egress\"]");
        assertThat(policy.path("egress"))
                .hasSize(2)
                .allSatisfy(it -> {
                    assertThat(it.path("to")).hasSize(1);
                    assertThat(it.path("ports")).hasSize(1);
                });
        assertThat(policy.at("/egress/0/to/0/ipBlock/cidr").asText())
                .as("an address that is nobody's, until it is replaced")
                .isEqualTo("203.0.113.1/32");
    }

    @Test
    void withoutAnAccountNothingAsksForOne() {
        JsonNode ingest = house.find("Deployment", "ingest").orElseThrow();

        assertThat(variables(ingest)).containsEntry("RUBICON_SECURITY_CREDENTIALS_FILE", "");
        assertThat(ingest.toString()).doesNotContain("rubicon-admin", "/etc/rubicon/credentials");
    }

    @Test
    void withAnAccountItsSecretMayComeLater() throws Exception {
        JsonNode ingest = Manifests.rendered("small").find("Deployment", "ingest").orElseThrow();

        assertThat(ingest.at("/spec/template/spec/volumes"))
                .anySatisfy(it -> {
                    assertThat(it.at("/secret/secretName").asText()).isEqualTo("rubicon-admin");
                    assertThat(it.at("/secret/optional").asBoolean()).isTrue();
                });
    }

    private Map<String, String> identityOf(String service) {
        Map<String, String> identity = variables(house.find("Deployment", service).orElseThrow());
        identity.keySet().removeIf(it -> !it.startsWith("QUARKUS_OIDC_"));
        return identity;
    }

    /// What stands in the manifest, or the Secret and key that it comes from.
    private static Map<String, String> variables(JsonNode deployment) {
        Map<String, String> variables = new TreeMap<>();
        for (JsonNode variable : deployment.at("/spec/template/spec/containers/0/env")) {
            JsonNode from = variable.at("/valueFrom/secretKeyRef");
            variables.put(
                    variable.path("name").asText(),
                    from.isMissingNode()
                            ? variable.path("value").asText()
                            : from.path("name").asText() + ":" + from.path("key").asText());
        }
        return variables;
    }
}
