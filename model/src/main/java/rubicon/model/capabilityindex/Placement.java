package rubicon.model.capabilityindex;

import java.util.List;

/// Where models and benchmarks lie on the scale.
///
/// @param capability of each model, `C`
/// @param difficulty of each benchmark, `D`: what a model needs to score one half
/// @param slope of each benchmark, `α`: how sharply it tells models apart
public record Placement(List<Double> capability, List<Double> difficulty, List<Double> slope) {
    public Placement {
        capability = List.copyOf(capability);
        difficulty = List.copyOf(difficulty);
        slope = List.copyOf(slope);
        if (difficulty.size() != slope.size()) {
            throw new IllegalArgumentException(
                    "%d difficulties and %d slopes".formatted(difficulty.size(), slope.size()));
        }
    }
}
