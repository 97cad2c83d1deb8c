package rubicon.model.catalogue;

import java.util.List;

/// What a level of abstraction asks, for readers, and what it would need that nobody publishes.
public record Level(
        View view, String title, String question, String description, List<Missing> missing) {
    public Level {
        missing = List.copyOf(missing);
    }

    /// Something that no public source gives.
    ///
    /// @param why what is known of it nevertheless, or why there is none
    public record Missing(String what, String why) {}
}
