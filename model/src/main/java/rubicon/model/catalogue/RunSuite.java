package rubicon.model.catalogue;

import java.util.List;

/// Which eval runs an indicator's time horizon is fitted to.
///
/// @param suite the only suite whose runs count: runs of two suites are never mixed
/// @param percent rate of success that the indicator speaks of, one of [#PERCENTS]
/// @param examples sources whose runs are fitted for who asks, but make no value of the indicator
public record RunSuite(String suite, int percent, List<String> examples) {
    /// The rates of success at which horizons are read off.
    public static final List<Integer> PERCENTS = List.of(50, 80);

    public RunSuite {
        examples = List.copyOf(examples);
        if (suite.isBlank() || !PERCENTS.contains(percent)) {
            throw new IllegalArgumentException("suite '%s' at %d %%".formatted(suite, percent));
        }
    }

    /// A suite all runs of which are the indicator's own.
    public RunSuite(String suite, int percent) {
        this(suite, percent, List.of());
    }

    /// The rate of success, in (0, 1).
    public double rate() {
        return percent / 100.0;
    }
}
