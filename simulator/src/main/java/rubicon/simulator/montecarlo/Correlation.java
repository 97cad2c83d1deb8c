package rubicon.simulator.montecarlo;

/// How two inputs rise together.
///
/// @param first, second two different inputs by their index
/// @param spearman rank correlation, from -1 to 1
public record Correlation(int first, int second, double spearman) {
    public Correlation {
        if (first == second || !(spearman >= -1 && spearman <= 1)) {
            throw new IllegalArgumentException(
                    "%s between inputs %d and %d".formatted(spearman, first, second));
        }
    }
}
