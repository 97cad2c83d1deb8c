package rubicon.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Small pieces of text with a meaning of their own.
public final class Parts {
    private Parts() {}

    /// A value above a smaller line that says more about it.
    public static Div stacked(Component main, String detail) {
        Span small = new Span(detail);
        small.addClassName("detail");
        Div stack = new Div(main, small);
        stack.addClassName("stacked");
        return stack;
    }

    /// The same, with words above.
    public static Div stacked(String main, String detail) {
        return stacked(new Span(main), detail);
    }

    /// A moment, told from now, with the exact time on hover and for machines.
    public static Span when(@Nullable Instant then, Instant now) {
        Span shown = new Span();
        if (then == null) {
            shown.setText(Formats.UNKNOWN);
            return shown;
        }
        Element time = new Element("time");
        time.setText(Formats.ago(then, now));
        time.setAttribute("datetime", then.toString());
        time.setAttribute("title", Formats.moment(then));
        shown.getElement().appendChild(time);
        return shown;
    }

    /// A link inside the application, followed without a page load.
    public static Anchor link(String address, String text) {
        Anchor link = new Anchor("/" + address, text);
        link.setRouterIgnore(false);
        return link;
    }

    /// A link that leaves the application; plain text when the address is not one of the web.
    public static Component external(@Nullable String url, String text) {
        if (url == null) {
            return new Span(Formats.UNKNOWN);
        }
        if (!isWeb(url)) {
            Span plain = new Span(text);
            plain.setTitle(url);
            return plain;
        }
        Anchor link = new Anchor(url, text);
        link.addClassName("external");
        link.getElement().setAttribute("rel", "noopener noreferrer");
        link.getElement().setAttribute("target", "_blank");
        link.setTitle(url);
        return link;
    }

    /// Text in the type of code: ids, hashes, addresses.
    public static Span code(@Nullable String text) {
        Span code = new Span(text == null ? Formats.UNKNOWN : text);
        code.addClassName("code");
        return code;
    }

    /// The tone of an alert's severity.
    public static Badge severity(@Nullable String severity) {
        if (severity == null) {
            return new Badge("no severity", Badge.Tone.NEUTRAL);
        }
        String word = severity.toUpperCase(Locale.ROOT);
        return new Badge(
                Formats.words(severity),
                switch (word) {
                    case "CRITICAL" -> Badge.Tone.CRITICAL;
                    case "WARNING" -> Badge.Tone.WARNING;
                    default -> Badge.Tone.INFO;
                });
    }

    /// Whether a browser can follow it.
    public static boolean isWeb(String url) {
        try {
            String scheme = URI.create(url).getScheme();
            return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
