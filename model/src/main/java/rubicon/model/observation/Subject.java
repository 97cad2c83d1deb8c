package rubicon.model.observation;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was measured.
///
/// @param model name of the model or system; empty only where an actor is named instead
public record Subject(
        String model,
        @Nullable String developer,
        @Nullable String scaffold,
        @Nullable LocalDate releasedOn,
        Actor actor) {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /// The subject in a form that does not depend on case or spacing:
    /// `model|scaffold|actor|startingPoint`, absent parts empty. It identifies a row whose upstream
    /// has no key of its own.
    public String normalised(@Nullable String startingPoint) {
        return String.join(
                "|", fold(model), fold(scaffold), fold(actor.name()), fold(startingPoint));
    }

    /// Name for a reader: the model, else the actor.
    public String displayName() {
        return model.isEmpty() ? actor.name() : model;
    }

    private static String fold(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String stripped = text.strip();
        return (hasOddSpaces(stripped) ? SPACES.matcher(stripped).replaceAll(" ") : stripped)
                .toLowerCase(Locale.ROOT);
    }

    /// Hardly any name has them, and every result is matched by its name.
    private static boolean hasOddSpaces(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c == ' ' && text.charAt(i + 1) == ' ')) {
                return true;
            }
        }
        return false;
    }
}
