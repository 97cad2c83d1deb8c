package rubicon.ui.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;

/// Adds `SameSite=Lax` to each cookie, so that no other site's form carries it, and `Secure` where
/// the browser came by HTTPS. The servlet layer writes the session's cookie past Quarkus' own
/// settings for this.
///
/// A push connection that a page closes while it is left comes under the session's old name where
/// somebody has just signed in. The push library then begins a session, whose cookie would take the
/// place of theirs: from there no cookie goes out.
@ApplicationScoped
class SessionCookie {
    /// Before whatever may answer.
    private static final int PRIORITY = 400;

    private static final String SET_COOKIE = "Set-Cookie";
    private static final String PUSH = "/VAADIN/push";

    void register(@Observes Filters filters) {
        filters.register(SessionCookie::guard, PRIORITY);
    }

    private static void guard(RoutingContext context) {
        context.addHeadersEndHandler(ended -> rewrite(context));
        context.next();
    }

    private static void rewrite(RoutingContext context) {
        var headers = context.response().headers();
        List<String> cookies = headers.getAll(SET_COOKIE);
        if (PUSH.equals(context.request().path())) {
            headers.remove(SET_COOKIE);
        } else if (!cookies.isEmpty()) {
            boolean secure = Transport.isSecure(context);
            headers.set(SET_COOKIE, cookies.stream().map(it -> guarded(it, secure)).toList());
        }
    }

    static String guarded(String cookie, boolean secure) {
        String lax = with(cookie, "samesite=", "SameSite=Lax");
        return secure ? with(lax, "secure", "Secure") : lax;
    }

    private static String with(String cookie, String attribute, String written) {
        return has(cookie, attribute) ? cookie : cookie + "; " + written;
    }

    /// Whether one of the attributes behind the cookie's value begins so.
    private static boolean has(String cookie, String attribute) {
        String[] parts = cookie.toLowerCase(Locale.ROOT).split(";", -1);
        return List.of(parts).subList(1, parts.length).stream()
                .anyMatch(it -> it.strip().startsWith(attribute));
    }
}
