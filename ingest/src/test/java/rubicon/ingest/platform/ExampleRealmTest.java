package rubicon.ingest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// The example for an organisation's provider speaks of our roles and our audience.
class ExampleRealmTest {
    private static final Path REALM = Path.of("../deploy/identity/rubicon-realm.json");

    @Test
    void namesEachRoleAndNoOther() throws IOException {
        assertThat(realm().path("roles").path("realm"))
                .extracting(role -> role.path("name").asText())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::id).toList());
    }

    @Test
    void everyClientsTokensAreMadeForRubicon() throws IOException {
        assertThat(realm().path("clients"))
                .isNotEmpty()
                .allSatisfy(client ->
                        assertThat(client.path("protocolMappers"))
                                .extracting(it -> it.path("config"))
                                .extracting(it -> it.path("included.custom.audience").asText())
                                .containsExactly(audience()));
    }

    @Test
    void nobodyIsSentBackToAnyMachineButThePlaceholder() throws IOException {
        assertThat(realm().findValues("redirectUris"))
                .extracting(JsonNode::toString)
                .containsExactly("[\"https://rubicon.example.org/sso\"]");
    }

    @Test
    void holdsNoSecret() throws IOException {
        assertThat(realm().path("clients")).noneMatch(client -> client.has("secret"));
        assertThat(realm().path("users")).noneMatch(user -> user.has("credentials"));
    }

    private static JsonNode realm() throws IOException {
        return new ObjectMapper().readTree(REALM.toFile());
    }

    private static String audience() throws IOException {
        try (InputStream file =
                ExampleRealmTest.class.getResourceAsStream("/application.properties")) {
            Properties settings = new Properties();
            settings.load(file);
            return settings.getProperty("quarkus.oidc.token.audience");
        }
    }
}
