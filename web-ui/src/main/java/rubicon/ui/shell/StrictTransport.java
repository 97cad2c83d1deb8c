package rubicon.ui.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import rubicon.ui.client.SecurityConfig;

/// Tells browsers that came by HTTPS to come by nothing else.
@ApplicationScoped
class StrictTransport {
    /// Before whatever may answer.
    private static final int PRIORITY = 400;

    private final long seconds;

    StrictTransport(SecurityConfig config) {
        this.seconds = config.hstsMaxAge().toSeconds();
    }

    void register(@Observes Filters filters) {
        filters.register(this::tell, PRIORITY);
    }

    private void tell(RoutingContext context) {
        if (seconds > 0 && Transport.isSecure(context)) {
            context.response().putHeader("Strict-Transport-Security", "max-age=" + seconds);
        }
        context.next();
    }
}
