package rubicon.ui.chronicle;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.ChroniclePayload;
import rubicon.ui.shell.Parts;

/// What is common to the entries of the chronicle.
public final class Entries {
    private Entries() {}

    /// Tells an entry from all others: ids are unique within kind and source.
    public static String key(ChroniclePayload entry) {
        return entry.entryKind().name().toLowerCase(Locale.ROOT)
                + ":"
                + text(entry.source())
                + ":"
                + text(entry.id());
    }

    /// The document that is cited, and where in it.
    public static String cited(@Nullable String citation, @Nullable String locator) {
        return Stream.of(text(citation), text(locator))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// The same as a line, with a link to what can be read.
    public static Div source(
            @Nullable String citation, @Nullable String locator, @Nullable String evidence) {
        Div line = new Div(new Span(cited(citation, locator)));
        line.addClassName("cited");
        if (evidence != null && Parts.isWeb(evidence)) {
            line.add(Parts.external(evidence, "Evidence"));
        }
        return line;
    }

    /// A text, or none.
    public static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
