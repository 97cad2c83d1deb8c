package rubicon.ui.level;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.View;

/// The ways into the levels.
public final class LevelNavigation {
    static final String LIST = "views";

    private LevelNavigation() {}

    /// One level.
    public static String level(@Nullable String view) {
        return LIST + "/" + word(view);
    }

    /// The level that an address names.
    static Optional<View> named(String word) {
        return Stream.of(View.values()).filter(it -> word(it.name()).equals(word)).findFirst();
    }

    private static String word(@Nullable String view) {
        return view == null ? "" : view.toLowerCase(Locale.ROOT);
    }
}
