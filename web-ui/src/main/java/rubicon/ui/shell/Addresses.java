package rubicon.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Writes addresses: a path and its query in canonical order.
public final class Addresses {
    private Addresses() {}

    /// An address inside this application.
    ///
    /// @param path without a leading slash
    /// @param query only what differs from the default; written in the order of its keys
    public static String of(String path, Map<String, String> query) {
        StringBuilder address = new StringBuilder(path);
        char separator = '?';
        for (var entry : new TreeMap<>(query).entrySet()) {
            address.append(separator).append(encode(entry.getKey()));
            address.append('=').append(encode(entry.getValue()));
            separator = '&';
        }
        return address.toString();
    }

    /// A path segment.
    public static String segment(String text) {
        return encode(text);
    }

    /// Follows an address of this application, as a step in the browser's history.
    public static void follow(UI ui, String address) {
        int query = address.indexOf('?');
        if (query < 0) {
            ui.navigate(address);
        } else {
            ui.navigate(
                    address.substring(0, query),
                    QueryParameters.fromString(address.substring(query + 1)));
        }
    }

    /// Corrects the address without a step in the browser's history, if it is not how this
    /// application would write it: unknown keys, values that fell back, defaults, another order.
    public static void canonical(AfterNavigationEvent event, String address) {
        Location location = event.getLocation();
        StringBuilder given = new StringBuilder(location.getPath());
        char separator = '?';
        for (var entry : location.getQueryParameters().getParameters().entrySet()) {
            for (String value : entry.getValue()) {
                given.append(separator).append(encode(entry.getKey()));
                given.append('=').append(encode(value));
                separator = '&';
            }
        }
        if (!given.toString().equals(address)) {
            UI.getCurrent().getPage().getHistory().replaceState(null, address);
        }
    }

    /// Percent-encoded, but for what a query may carry as it is and people like to read.
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%7E", "~")
                .replace("%2F", "/");
    }
}
