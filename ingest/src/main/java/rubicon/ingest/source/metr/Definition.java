package rubicon.ingest.source.metr;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A definition of METR's benchmark, by the name that a row gives it. Values of two definitions are
/// never put into one series.
enum Definition {
    SUITE_1_1("metr-horizon-p50", "metr-horizon-p80", "metr-suite-score"),
    SUITE_1_0("metr-horizon-p50-v1-0", "metr-horizon-p80-v1-0", null);

    private final String p50;
    private final String p80;
    private final @Nullable String score;

    Definition(String p50, String p80, @Nullable String score) {
        this.p50 = p50;
        this.p80 = p80;
        this.score = score;
    }

    /// Id of the indicator that a percentile of this definition belongs to.
    String indicator(Percentile percentile) {
        return switch (percentile) {
            case P50 -> p50;
            case P80 -> p80;
        };
    }

    /// Id of the indicator of the mean score on the suite; empty where it has none.
    Optional<String> scoreIndicator() {
        return Optional.ofNullable(score);
    }

    /// The definition that goes by this `benchmark_name`; empty for one that is not known.
    static Optional<Definition> of(String benchmarkName) {
        return switch (benchmarkName) {
            case "METR-Horizon-v1.1" -> Optional.of(SUITE_1_1);
            case "METR-Horizon-v1", "METR-Horizon-v1.0" -> Optional.of(SUITE_1_0);
            default -> Optional.empty();
        };
    }

    /// Probability of success at which a horizon is read.
    enum Percentile {
        P50("p50_horizon_length"),
        P80("p80_horizon_length");

        private final String column;

        Percentile(String column) {
            this.column = column;
        }

        /// METR's column of it.
        String column() {
            return column;
        }
    }
}
