package rubicon.ui.chart;

import java.util.Locale;
import java.util.Optional;

/// How values are spread over the height of a chart.
public enum YScale {
    LINEAR,
    LOG;

    /// As it stands in an address.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The scale of a key.
    public static Optional<YScale> of(String key) {
        for (YScale scale : values()) {
            if (scale.key().equals(key)) {
                return Optional.of(scale);
            }
        }
        return Optional.empty();
    }
}
