package rubicon.model.capabilityindex;

/// What one model scored on one benchmark.
///
/// @param model its place in the table's list of models
/// @param benchmark its place in the table's list of benchmarks
/// @param value share of what can be reached, in [0, 1]
public record Score(int model, int benchmark, double value) {
    public Score {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("score %s is not in [0, 1]".formatted(value));
        }
    }
}
