package rubicon.ui.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/// Adds `SameSite=Lax` to the session's cookie, so that no other site's form carries it. The
/// servlet layer writes the cookie past Quarkus' own setting for this.
@ApplicationScoped
class SessionCookie {
    private static final int PRIORITY = 100;
    private static final String SET_COOKIE = "Set-Cookie";

    void register(@Observes Filters filters) {
        filters.register(SessionCookie::guard, PRIORITY);
    }

    private static void guard(RoutingContext context) {
        context.addHeadersEndHandler(ended -> rewrite(context.response()));
        context.next();
    }

    private static void rewrite(HttpServerResponse response) {
        List<String> cookies = response.headers().getAll(SET_COOKIE);
        if (!cookies.isEmpty()) {
            response.headers().set(SET_COOKIE, cookies.stream().map(SessionCookie::lax).toList());
        }
    }

    static String lax(String cookie) {
        return cookie.contains("SameSite=") ? cookie : cookie + "; SameSite=Lax";
    }
}
