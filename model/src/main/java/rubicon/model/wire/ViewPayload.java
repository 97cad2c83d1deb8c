package rubicon.model.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A level of abstraction: an entry of `views.yaml`, and an item of `GET /views`.
///
/// @param id `MODEL`, `RESEARCHER`, `LAB` or `ECONOMY`
/// @param question what the level asks
/// @param missing what it would need and is not held
public record ViewPayload(
        @Nullable String id,
        @Nullable String title,
        @Nullable String question,
        @Nullable String description,
        @Nullable List<MissingPayload> missing) {

    /// Something of which no value is held.
    ///
    /// @param why what is known of it nevertheless, or why there is none
    /// @param indicator the one that is declared for it, where values of it are public all the same
    public record MissingPayload(
            @Nullable String what, @Nullable String why, @Nullable String indicator) {}
}
