package rubicon.ingest.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import rubicon.ingest.testing.IngestHouse;

/// A house where reading needs credentials, with an organisation's provider on loopback and without
/// passwords of its own.
public final class OrganisationHouse implements QuarkusTestResourceLifecycleManager {
    private final IngestHouse house = new IngestHouse();
    private final OidcWiremockTestResource provider = new OidcWiremockTestResource();

    /// A token that the provider made for an audience.
    static String token(String user, String audience, String... groups) {
        return OidcWiremockTestResource.generateJwtToken(
                user, Set.of(groups), user, "Bearer", Set.of(audience), Map.of());
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(house.start());
        String url = provider.start().get("keycloak.url");
        settings.put("rubicon.security.anonymous-read", "false");
        settings.put("rubicon.security.local-accounts", "false");
        settings.put("quarkus.oidc.tenant-enabled", "true");
        settings.put("quarkus.oidc.auth-server-url", url + "/realms/quarkus");
        settings.put("quarkus.http.auth.roles-mapping.\"safety-team\"", "analyst");
        return settings;
    }

    @Override
    public void stop() {
        provider.stop();
        house.stop();
    }
}
