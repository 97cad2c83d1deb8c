package rubicon.ui.login;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where no organisation's provider is set up, leads who asks for it to the sign-in page, which
/// says so. Nobody could be authenticated there.
@ApplicationScoped
class OrganisationDoor {
    /// Before authentication.
    private static final int PRIORITY = 300;

    private final boolean hasOrganisation;

    OrganisationDoor(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean hasOrganisation) {
        this.hasOrganisation = hasOrganisation;
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, PRIORITY);
    }

    private void pass(RoutingContext context) {
        if (hasOrganisation || !context.normalizedPath().equals(LoginNavigation.ORGANISATION)) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(HttpServletResponse.SC_FOUND)
                .putHeader(HttpHeaders.LOCATION, "/" + LoginNavigation.refused("", Refusal.ABSENT))
                .end();
    }
}
