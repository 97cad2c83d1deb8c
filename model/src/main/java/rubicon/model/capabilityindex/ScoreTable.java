package rubicon.model.capabilityindex;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Which model scored what on which benchmark, with gaps.
///
/// Every part of the table must hang together: between two groups of models that share no
/// benchmark, directly or over others, no difference of capability is determined.
///
/// @param models names, each once
/// @param benchmarks names, each once
/// @param scores at least one; of one pair there may be several
public record ScoreTable(List<String> models, List<String> benchmarks, List<Score> scores) {
    public ScoreTable {
        models = List.copyOf(models);
        benchmarks = List.copyOf(benchmarks);
        scores = List.copyOf(scores);
        unique("model", models);
        unique("benchmark", benchmarks);
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("a table without scores places nothing");
        }
        for (Score score : scores) {
            within("model", score.model(), models.size());
            within("benchmark", score.benchmark(), benchmarks.size());
        }
    }

    /// Place of a model.
    ///
    /// @throws IllegalArgumentException if the table does not hold it
    public int model(String name) {
        return place("model", models, name);
    }

    /// Place of a benchmark.
    ///
    /// @throws IllegalArgumentException if the table does not hold it
    public int benchmark(String name) {
        return place("benchmark", benchmarks, name);
    }

    /// Number of parts that no score connects; 1 where all can be compared. A name without any
    /// score is a part of its own.
    public int parts() {
        int[] above = joined();
        return (int) IntStream.range(0, above.length).filter(i -> above[i] == i).count();
    }

    /// A forest over models and benchmarks: what a score connects has one root.
    private int[] joined() {
        int[] above = new int[models.size() + benchmarks.size()];
        Arrays.setAll(above, i -> i);
        for (Score score : scores) {
            int one = root(above, score.model());
            int other = root(above, models.size() + score.benchmark());
            if (one != other) {
                above[one] = other;
            }
        }
        return above;
    }

    /// The part of this table, of those that no score connects, which holds most scores; of equals
    /// the one with the first model. Models and benchmarks keep their order.
    public ScoreTable largestPart() {
        int[] above = joined();
        Map<Integer, Integer> sizes = new LinkedHashMap<>();
        for (int model = 0; model < models.size(); model++) {
            sizes.putIfAbsent(root(above, model), 0);
        }
        scores.forEach(it -> sizes.merge(root(above, it.model()), 1, Integer::sum));
        int largest = -1;
        int most = -1;
        for (Map.Entry<Integer, Integer> part : sizes.entrySet()) {
            if (part.getValue() > most) {
                largest = part.getKey();
                most = part.getValue();
            }
        }
        int kept = largest;
        List<String> keptModels =
                IntStream.range(0, models.size())
                        .filter(it -> root(above, it) == kept)
                        .mapToObj(models::get)
                        .toList();
        List<String> keptBenchmarks =
                IntStream.range(0, benchmarks.size())
                        .filter(it -> root(above, models.size() + it) == kept)
                        .mapToObj(benchmarks::get)
                        .toList();
        return new ScoreTable(
                keptModels,
                keptBenchmarks,
                scores.stream()
                        .filter(it -> root(above, it.model()) == kept)
                        .map(it ->
                                new Score(
                                        keptModels.indexOf(models.get(it.model())),
                                        keptBenchmarks.indexOf(benchmarks.get(it.benchmark())),
                                        it.value()))
                        .toList());
    }

    private static int root(int[] above, int of) {
        int place = of;
        while (above[place] != place) {
            above[place] = above[above[place]];
            place = above[place];
        }
        return place;
    }

    private static void unique(String what, List<String> names) {
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("a %s is named twice".formatted(what));
        }
    }

    private static void within(String what, int place, int size) {
        if (place < 0 || place >= size) {
            throw new IllegalArgumentException(
                    "%s %d is none of the %d".formatted(what, place, size));
        }
    }

    private static int place(String what, List<String> names, String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("no %s is called %s".formatted(what, name));
        }
        return place;
    }
}
