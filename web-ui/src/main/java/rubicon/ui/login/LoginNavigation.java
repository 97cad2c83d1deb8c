package rubicon.ui.login;

import java.util.List;
import java.util.Map;
import rubicon.ui.shell.Addresses;

/// The way to sign in, and back.
public final class LoginNavigation {
    static final String ROUTE = "login";

    private LoginNavigation() {}

    /// Signing in, then returning to an address of this application.
    public static String backTo(String address) {
        return Addresses.of(ROUTE, Map.of("next", address));
    }

    /// Where to go after signing in: an address of this application, never another host.
    static String next(Map<String, List<String>> query) {
        String next = query.getOrDefault("next", List.of("")).getFirst();
        String inside = next.startsWith("/") ? next.substring(1) : next;
        boolean leaves =
                inside.startsWith("/")
                        || inside.startsWith("\\")
                        || inside.matches("^[a-zA-Z][a-zA-Z0-9+.-]*:.*")
                        || inside.startsWith(ROUTE);
        return leaves ? "" : inside;
    }
}
