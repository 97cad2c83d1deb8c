package rubicon.model.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A category of R&D work: an entry of `categories.yaml`, and an item of `GET /categories`.
///
/// The meaning of each field is given in `docs/users/catalogue.md`.
public record CategoryPayload(
        @Nullable String id,
        @Nullable String title,
        @Nullable String description,
        @Nullable String strength,
        @Nullable String strengthReason,
        @Nullable List<CountedPayload> counted,
        @Nullable List<ShownPayload> shown) {

    /// An indicator that enters the category's position.
    ///
    /// @param weight in (0, 1]; 1 where it is absent
    public record CountedPayload(@Nullable String indicator, @Nullable Double weight) {}

    /// An indicator that stands beside the category, and why it is not counted.
    public record ShownPayload(@Nullable String indicator, @Nullable String reason) {}
}
