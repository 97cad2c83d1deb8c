package rubicon.ui.shell;

import com.vaadin.flow.component.html.Span;

/// A word in a coloured frame. The colour repeats the word, it never replaces it.
public final class Badge extends Span {
    /// What the colour says.
    public enum Tone {
        NEUTRAL,
        INFO,
        GOOD,
        WARNING,
        CRITICAL
    }

    public Badge(String text, Tone tone) {
        super(text);
        addClassName("badge");
        getElement().setAttribute("data-tone", tone.name().toLowerCase(java.util.Locale.ROOT));
    }
}
