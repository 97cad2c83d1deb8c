package rubicon.ui.shell;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;

/// A message in the page's flow, told to screen readers as it appears.
public final class Notice extends Div {
    /// How urgent.
    public enum Kind {
        INFO,
        WARNING,
        ERROR
    }

    /// Says what could not be read on a page that asks for it again by itself.
    public static Notice retrying(String failure) {
        return new Notice(
                Kind.WARNING, failure + " This page asks again by itself every few seconds.");
    }

    /// Says what could not be read anew, and when what is still shown was.
    public static Notice readAt(String failure, Instant at) {
        return new Notice(
                Kind.WARNING,
                "%s What is shown was read at %s.".formatted(failure, Formats.moment(at)));
    }

    public Notice(Kind kind, String message) {
        setText(message);
        addClassName("notice");
        getElement().setAttribute("data-kind", kind.name().toLowerCase(java.util.Locale.ROOT));
        getElement().setAttribute("role", kind == Kind.ERROR ? "alert" : "status");
        setTestId("notice");
    }
}
