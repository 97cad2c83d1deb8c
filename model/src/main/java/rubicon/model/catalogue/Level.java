package rubicon.model.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a level of abstraction asks, for readers, and what it would need that is not held.
public record Level(
        View view, String title, String question, String description, List<Missing> missing) {
    public Level {
        missing = List.copyOf(missing);
    }

    /// Something of which no value is held.
    ///
    /// @param why what is known of it nevertheless, or why there is none
    /// @param indicator the one that is declared for it, where values of it are public all the same
    public record Missing(String what, String why, @Nullable IndicatorId indicator) {}
}
