package rubicon.ui.login;

import com.vaadin.flow.router.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rubicon.ui.shell.Addresses;

/// The way to sign in, and back.
public final class LoginNavigation {
    static final String ROUTE = "login";
    static final String ORGANISATION = "/sso";
    static final String DOOR = "/enter";
    static final String TICKET = "ticket";
    static final String REFUSED = "refused";
    private static final String NEXT = "next";

    private LoginNavigation() {}

    /// Signing in, then returning to an address of this application.
    public static String backTo(String address) {
        return Addresses.of(ROUTE, Map.of(NEXT, address));
    }

    /// The same as the query of the sign-in's address.
    static QueryParameters query(String address) {
        return QueryParameters.of(NEXT, address);
    }

    /// Where a browser gets a session of its own for a ticket, then returns.
    static String door(String next, String ticket) {
        return Addresses.of(DOOR.substring(1), Map.of(NEXT, next, TICKET, ticket));
    }

    /// What a request asks for.
    static Map<String, List<String>> query(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> Arrays.asList(it.getValue())));
    }

    /// Signing in at the organisation's provider, then returning.
    static String organisation(String next) {
        return Addresses.of(ORGANISATION.substring(1), Map.of(NEXT, next));
    }

    /// Signing in, with the reason why it failed at first.
    static String refused(String next, Refusal why) {
        return Addresses.of(ROUTE, Map.of(NEXT, next, REFUSED, why.key()));
    }

    /// Where to go after signing in: an address of this application, never another host.
    static String next(Map<String, List<String>> query) {
        String next = query.getOrDefault(NEXT, List.of("")).getFirst();
        String inside = next.startsWith("/") ? next.substring(1) : next;
        boolean leaves =
                inside.startsWith("/")
                        || inside.startsWith("\\")
                        || inside.matches("^[a-zA-Z][a-zA-Z0-9+.-]*:.*")
                        || inside.startsWith(ROUTE);
        return leaves ? "" : inside;
    }
}
