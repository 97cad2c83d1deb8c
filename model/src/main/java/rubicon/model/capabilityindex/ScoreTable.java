package rubicon.model.capabilityindex;

import java.util.Arrays;
import java.util.List;

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
        int[] above = new int[models.size() + benchmarks.size()];
        Arrays.setAll(above, i -> i);
        int parts = above.length;
        for (Score score : scores) {
            int one = root(above, score.model());
            int other = root(above, models.size() + score.benchmark());
            if (one != other) {
                above[one] = other;
                parts--;
            }
        }
        return parts;
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
