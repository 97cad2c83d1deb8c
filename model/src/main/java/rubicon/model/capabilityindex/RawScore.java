package rubicon.model.capabilityindex;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A score as a benchmark reports it, before it enters a table.
///
/// @param value in the benchmark's own unit
/// @param chance what guessing gives, in the same unit
/// @param ceiling what a perfect answer gives, above `chance`
public record RawScore(
        String model, String benchmark, double value, double chance, double ceiling) {
    private static final double MARGIN = 1e-3;

    public RawScore {
        if (!(Double.isFinite(value) && ceiling > chance)) {
            throw new IllegalArgumentException(
                    "%s on %s: %s between %s and %s is no score"
                            .formatted(model, benchmark, value, chance, ceiling));
        }
    }

    /// `(value − chance)/(ceiling − chance)`, moved into [.001, .999].
    public double share() {
        return Math.clamp((value - chance) / (ceiling - chance), MARGIN, 1 - MARGIN);
    }

    /// The table that the index is fitted on: the best share of each model on each benchmark, of
    /// models with at least `fewest` benchmarks; names in alphabetical order, so that the order of
    /// arrival does not matter.
    ///
    /// @param fewest benchmarks that a model must have; Epoch takes 4
    /// @see <a href="https://epoch.ai/benchmarks/eci">Epoch AI's preparation of its index</a>
    public static ScoreTable table(Collection<RawScore> raw, int fewest) {
        return tableIfAny(raw, fewest)
                .orElseThrow(() ->
                        new IllegalArgumentException("a table without scores places nothing"));
    }

    /// The same; empty where no model has so many benchmarks.
    public static Optional<ScoreTable> tableIfAny(Collection<RawScore> raw, int fewest) {
        SortedMap<String, SortedMap<String, Double>> best = new TreeMap<>();
        for (RawScore score : raw) {
            best.computeIfAbsent(score.model(), _ -> new TreeMap<>())
                    .merge(score.benchmark(), score.share(), Math::max);
        }
        best.values().removeIf(row -> row.size() < fewest);
        if (best.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<String> names = new TreeSet<>();
        best.values().forEach(row -> names.addAll(row.keySet()));
        List<String> benchmarks = List.copyOf(names);
        List<String> models = List.copyOf(best.keySet());
        List<Score> scores = new ArrayList<>();
        int model = 0;
        for (SortedMap<String, Double> row : best.values()) {
            for (Map.Entry<String, Double> cell : row.entrySet()) {
                int benchmark = Collections.binarySearch(benchmarks, cell.getKey());
                scores.add(new Score(model, benchmark, cell.getValue()));
            }
            model++;
        }
        return Optional.of(new ScoreTable(models, benchmarks, scores));
    }
}
