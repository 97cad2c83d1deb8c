package rubicon.ui.shell;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/// How a request came from its browser.
final class Transport {
    private static final String FORWARDED = "X-Forwarded-Proto";

    private Transport() {}

    /// Whether by HTTPS, up to here or up to a proxy. A browser that is no proxy and says so anyway
    /// restricts nobody but itself.
    static boolean isSecure(RoutingContext context) {
        String forwarded = context.request().getHeader(FORWARDED);
        return context.request().isSSL() || (forwarded != null && isHttps(forwarded));
    }

    /// Each proxy on the way may have added its own; the first stood before the browser.
    static boolean isHttps(String forwarded) {
        return forwarded.split(",", -1)[0].strip().toLowerCase(Locale.ROOT).equals("https");
    }
}
