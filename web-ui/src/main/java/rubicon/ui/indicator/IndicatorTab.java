package rubicon.ui.indicator;

import java.util.Locale;
import java.util.Optional;

/// The sides of an indicator.
enum IndicatorTab {
    CHART("Chart"),
    TABLE("Table"),
    SOURCES("Releases & sources");

    private final String title;

    IndicatorTab(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /// As it stands in an address.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<IndicatorTab> of(String key) {
        for (IndicatorTab tab : values()) {
            if (tab.key().equals(key)) {
                return Optional.of(tab);
            }
        }
        return Optional.empty();
    }
}
