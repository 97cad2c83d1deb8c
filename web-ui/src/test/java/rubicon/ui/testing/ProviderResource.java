package rubicon.ui.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.Map;

/// An organisation's OpenID Connect provider on loopback, where everybody is signed in as alice.
public final class ProviderResource implements QuarkusTestResourceLifecycleManager {
    private final OidcWiremockTestResource provider = new OidcWiremockTestResource();
    private Map<String, String> settings = Map.of();

    @Override
    public Map<String, String> start() {
        settings =
                Map.of(
                        "rubicon.security.local-accounts", "false",
                        "quarkus.oidc.tenant-enabled", "true",
                        "quarkus.oidc.auth-server-url",
                                provider.start().get("keycloak.url") + "/realms/quarkus",
                        "quarkus.oidc.client-id", "rubicon-pages",
                        "quarkus.oidc.credentials.secret",
                                "a secret of the tests, long enough for a key",
                        "quarkus.oidc.token.audience", "https://id.server.example.com");
        return settings;
    }

    /// The applications of later tests are told nothing of it.
    @Override
    public void stop() {
        settings.keySet().forEach(System::clearProperty);
        provider.stop();
    }
}
