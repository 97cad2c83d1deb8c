package rubicon.ui.client;

import org.jspecify.annotations.Nullable;

/// What a name of a source means.
///
/// @param source that alone it holds for; null for all that read by that file
public record AliasPayload(
        String name,
        String model,
        @Nullable String developer,
        @Nullable String scaffold,
        @Nullable String effort,
        String file,
        @Nullable String source) {}
