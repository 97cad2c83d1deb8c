package rubicon.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Writes addresses: a path and its query in canonical order.
public final class Addresses {
    /// Told to the router in the browser, which does not ask the server for this.
    private static final String REPLACE =
            "window.dispatchEvent(new CustomEvent('vaadin-navigate',"
                    + " {detail: {state: null, url: $0, replace: true, callback: false}}));";

    private static final String STEP = REPLACE.replace("replace: true", "replace: false");

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

    /// The text of a path segment: the router hands it over as the browser wrote it.
    public static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    /// Follows an address of this application, as a step in the browser's history.
    ///
    /// Vaadin keeps a query in no order and encodes more than it must, so the address is tidied
    /// once the browser has it.
    public static void follow(UI ui, String address) {
        int query = address.indexOf('?');
        if (query < 0) {
            ui.navigate(address);
            return;
        }
        ui.navigate(
                address.substring(0, query),
                QueryParameters.fromString(address.substring(query + 1)));
        ui.getPage().executeJs("window.rubicon.tidy($0)", address);
    }

    /// Corrects the address without a step in the browser's history and without a navigation.
    public static void replace(UI ui, String address) {
        ui.getPage().executeJs(REPLACE, address);
    }

    /// Writes the address of what the page shows already, as a step in the browser's history.
    public static void step(UI ui, String address) {
        ui.getPage().executeJs(STEP, address);
    }

    /// Corrects the address that a page was loaded with, if it is not how this application would
    /// write it: unknown keys, values that fell back, defaults, another order.
    public static void canonical(AfterNavigationEvent event, String address) {
        if (event.getLocationChangeEvent().getTrigger() == NavigationTrigger.PAGE_LOAD) {
            event.getLocationChangeEvent()
                    .getUI()
                    .getPage()
                    .executeJs(
                            "if (location.pathname + location.search !== '/' + $0) {"
                                    + REPLACE
                                    + "}",
                            address);
        }
    }

    /// Percent-encoded, but for what a query may carry as it is and people like to read.
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%7E", "~")
                .replace("%2C", ",")
                .replace("%2F", "/");
    }
}
