package rubicon.model.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import rubicon.model.capabilityindex.CapabilityFit;
import rubicon.model.capabilityindex.CapabilityIndex;
import rubicon.model.capabilityindex.Placement;
import rubicon.model.capabilityindex.Score;
import rubicon.model.capabilityindex.ScoreTable;

/// The capability index.
public final class CapabilityOperations implements Operations {
    @Override
    public Map<String, Operation> byName() {
        return Map.of(
                "eci.predict", CapabilityOperations::predict,
                "eci.objective", CapabilityOperations::objective,
                "eci.fit", CapabilityOperations::fit,
                "eci.fitDataset", CapabilityOperations::fitDataset);
    }

    private static Object predict(Inputs in) {
        double p = CapabilityIndex.score(in.number("C"), in.number("D"), in.number("A"));
        double logit = in.number("A") * (in.number("C") - in.number("D"));
        return Map.of("p", p, "logit", logit);
    }

    private static Object objective(Inputs in) {
        var placement =
                new Placement(
                        boxed(in.numbers("C")), boxed(in.numbers("D")), boxed(in.numbers("A")));
        List<Score> scores = scores(in.rows("obs"));
        var table =
                new ScoreTable(
                        numbered(placement.capability().size()),
                        numbered(placement.difficulty().size()),
                        scores);
        var cost =
                CapabilityIndex.cost(
                        table,
                        placement,
                        (int) in.integer("anchor"),
                        in.number("reg", CapabilityIndex.RIDGE));
        return Map.of("sse", cost.sse(), "penalty", cost.penalty(), "cost", cost.total());
    }

    private static Object fit(Inputs in) {
        double[][] rows = in.rows("obs");
        if (in.has("clip")) {
            clip(rows, in);
        }
        var table = new ScoreTable(in.texts("models"), in.texts("benchmarks"), scores(rows));
        CapabilityFit fit =
                CapabilityIndex.fit(
                        table, in.text("anchor"), in.number("reg", CapabilityIndex.RIDGE));
        var scale =
                fit.scale(table.model(in.text("lowAnchor")), table.model(in.text("highAnchor")));
        Placement placement = fit.placement();
        return Map.of(
                "cost", fit.cost(),
                "capability", placement.capability(),
                "difficulty", placement.difficulty(),
                "slope", placement.slope(),
                "eci", placement.capability().stream().map(scale::of).toList(),
                "edi", placement.difficulty().stream().map(scale::of).toList(),
                "scaleA", scale.intercept(),
                "scaleB", scale.slope());
    }

    /// Moves scores into [clip, 1 − clip], or between the two ends that a list gives.
    private static void clip(double[][] rows, Inputs in) {
        boolean ends = in.fields().get("clip") instanceof List<?>;
        double low = ends ? in.numbers("clip")[0] : in.number("clip");
        double high = ends ? in.numbers("clip")[1] : 1 - low;
        for (double[] row : rows) {
            row[2] = Math.clamp(row[2], low, high);
        }
    }

    /// Answers with all capabilities and difficulties by name; a case asks for some of them.
    private static Object fitDataset(Inputs in) {
        ScoreTable table = without(in.object("dataset"), Set.copyOf(in.texts("dropBenchmarks")));
        CapabilityFit fit =
                CapabilityIndex.fit(
                        table, in.text("anchor"), in.number("reg", CapabilityIndex.RIDGE));
        return Map.of(
                "models", table.models().size(),
                "benchmarks", table.benchmarks().size(),
                "observations", table.scores().size(),
                "cost", fit.cost(),
                "topCapability", named(table.models(), fit.placement().capability()),
                "difficulty", named(table.benchmarks(), fit.placement().difficulty()));
    }

    private static ScoreTable without(Inputs dataset, Set<String> dropped) {
        List<String> allModels = dataset.texts("models");
        List<String> allBenchmarks = dataset.texts("benchmarks");
        List<Score> kept =
                scores(dataset.rows("observations")).stream()
                        .filter(it -> !dropped.contains(allBenchmarks.get(it.benchmark())))
                        .toList();
        Set<Integer> scored = new HashSet<>();
        kept.forEach(it -> scored.add(it.model()));
        List<String> models =
                IntStream.range(0, allModels.size())
                        .filter(scored::contains)
                        .mapToObj(allModels::get)
                        .toList();
        List<String> benchmarks =
                allBenchmarks.stream().filter(name -> !dropped.contains(name)).toList();
        List<Score> scores = new ArrayList<>();
        for (Score it : kept) {
            scores.add(
                    new Score(
                            models.indexOf(allModels.get(it.model())),
                            benchmarks.indexOf(allBenchmarks.get(it.benchmark())),
                            it.value()));
        }
        return new ScoreTable(models, benchmarks, scores);
    }

    private static Map<String, Double> named(List<String> names, List<Double> values) {
        Map<String, Double> named = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), values.get(i));
        }
        return named;
    }

    private static List<Score> scores(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> new Score((int) row[0], (int) row[1], row[2]))
                .toList();
    }

    private static List<String> numbered(int size) {
        return IntStream.range(0, size).mapToObj(Integer::toString).toList();
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
