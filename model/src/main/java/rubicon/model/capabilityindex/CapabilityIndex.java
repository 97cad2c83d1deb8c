package rubicon.model.capabilityindex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Quantiles;
import rubicon.model.stats.Range;
import rubicon.model.stats.SplitMix64;

/// Epoch's capabilities index: a model's score on a benchmark is `ŷ = σ(α_b(C_m − D_b))`, and `C`,
/// `D` and `α` are those that make `½[Σ(ŷ − y)² + ridge·(ΣC² + ΣD² + Σα²)/N]` smallest within `C, D
/// ∈ [−10, 10]` and `α ∈ [.1, 10]`. One benchmark, the anchor, keeps `α = 1`; after the fit all `C`
/// and `D` are shifted so that its `D` is 0. The penalty is not indifferent to that shift: the cost
/// is that before it.
///
/// A ridge of .1, Epoch's own, is by its own note outside the region in which results are stable
/// (up to .001): on its table it makes slopes smaller, and the frontier steeper by more than half
/// (`docs/methods/capability-index.md`). Each fit places all models anew; only numbers of one fit
/// can be compared.
///
/// @see <a href="https://github.com/epoch-research/benchmark-stitching">Epoch AI,
///   benchmark-stitching</a>, and Ho et al., *A Rosetta Stone for AI benchmarks* (2025)
public final class CapabilityIndex {
    /// Epoch's ridge.
    public static final double RIDGE = 0.1;

    /// Epoch's anchor benchmark.
    public static final String ANCHOR = "Winogrande";

    private static final double EXPONENT_LIMIT = 500;

    private CapabilityIndex() {}

    /// `σ(slope·(capability − difficulty))`, the exponent held within ±500.
    public static double score(double capability, double difficulty, double slope) {
        double exponent = slope * (capability - difficulty);
        return 1 / (1 + Math.exp(-Math.clamp(exponent, -EXPONENT_LIMIT, EXPONENT_LIMIT)));
    }

    /// How badly a placement fits.
    ///
    /// @param anchor the benchmark whose slope is not penalised
    /// @param ridge at least 0
    /// @throws IllegalArgumentException if the placement is not one of this table
    public static Cost cost(ScoreTable table, Placement placement, int anchor, double ridge) {
        if (placement.capability().size() != table.models().size()
                || placement.difficulty().size() != table.benchmarks().size()) {
            throw new IllegalArgumentException("the placement is of another table");
        }
        var sse = new NeumaierSum();
        for (Score it : table.scores()) {
            double residual =
                    score(
                                    placement.capability().get(it.model()),
                                    placement.difficulty().get(it.benchmark()),
                                    placement.slope().get(it.benchmark()))
                            - it.value();
            sse.add(residual * residual);
        }
        var squares = new NeumaierSum();
        placement.capability().forEach(c -> squares.add(c * c));
        placement.difficulty().forEach(d -> squares.add(d * d));
        for (int b = 0; b < placement.slope().size(); b++) {
            if (b != anchor) {
                squares.add(placement.slope().get(b) * placement.slope().get(b));
            }
        }
        int parameters = table.models().size() + 2 * table.benchmarks().size() - 1;
        return new Cost(sse.value(), checkedRidge(ridge) * squares.value() / parameters);
    }

    /// The placement of least cost.
    ///
    /// @param anchor name of the benchmark with difficulty 0 and slope 1
    /// @param ridge at least 0
    /// @throws IllegalArgumentException if the anchor is unknown, or the table falls into parts
    ///   that no score connects
    public static CapabilityFit fit(ScoreTable table, String anchor, double ridge) {
        int parts = table.parts();
        if (parts > 1) {
            throw new IllegalArgumentException(
                    "the table falls into %d parts that no score connects".formatted(parts));
        }
        var solver = new IndexSolver(table, table.benchmark(anchor), checkedRidge(ridge));
        double[] ones = new double[table.scores().size()];
        Arrays.fill(ones, 1);
        return solver.solve(ones, solver.start());
    }

    /// Intervals of the index by drawing scores anew, as many as there are, with replacement; each
    /// draw is fitted and scaled through its own anchors. A draw in which a model has no score says
    /// nothing of that model; one in which an anchor model has none, or the anchors change places,
    /// says nothing at all.
    ///
    /// @param low model that is 130
    /// @param high model that is 150
    /// @param draws at least 1; Epoch takes 100
    /// @param level of the intervals, in (0, 1); Epoch takes .9
    /// @return one interval a model, in the table's order; of a model that no draw spoke of, the
    ///   whole line
    public static List<Range> intervals(
            ScoreTable table,
            String anchor,
            double ridge,
            String low,
            String high,
            int draws,
            long seed,
            double level) {
        int lowest = table.model(low);
        int highest = table.model(high);
        return drawn(
                table,
                anchor,
                ridge,
                draws,
                seed,
                level,
                (capability, held) -> {
                    double from = capability.get(lowest);
                    double to = capability.get(highest);
                    return held[lowest] == 0 || held[highest] == 0 || from >= to
                            ? Optional.empty()
                            : Optional.of(AnchoredScale.through(from, to));
                });
    }

    /// The same of the capabilities themselves, with the anchor benchmark's difficulty at 0 in each
    /// draw: for a table that lacks the models of a scale.
    public static List<Range> intervals(
            ScoreTable table, String anchor, double ridge, int draws, long seed, double level) {
        Optional<AnchoredScale> itself = Optional.of(new AnchoredScale(0, 1));
        return drawn(table, anchor, ridge, draws, seed, level, (_, _) -> itself);
    }

    /// Scales a draw; empty for one that says nothing.
    @FunctionalInterface
    private interface Scaling {
        /// @param held how often each model was drawn
        Optional<AnchoredScale> of(List<Double> capability, double[] held);
    }

    private static List<Range> drawn(
            ScoreTable table,
            String anchor,
            double ridge,
            int draws,
            long seed,
            double level,
            Scaling scaling) {
        var solver = new IndexSolver(table, table.benchmark(anchor), checkedRidge(ridge));
        double[] start = solver.startFrom(fit(table, anchor, ridge));
        var stream = new SplitMix64(seed);
        int scores = table.scores().size();
        List<List<Double>> drawn =
                new ArrayList<>(Collections.nCopies(table.models().size(), List.<Double>of()));
        drawn.replaceAll(_ -> new ArrayList<>());
        for (int draw = 0; draw < draws; draw++) {
            double[] times = new double[scores];
            double[] held = new double[table.models().size()];
            for (int i = 0; i < scores; i++) {
                int which = stream.nextIndex(scores);
                times[which]++;
                held[table.scores().get(which).model()]++;
            }
            List<Double> capability = solver.solve(times, start).placement().capability();
            Optional<AnchoredScale> scale = scaling.of(capability, held);
            for (int model = 0; scale.isPresent() && model < held.length; model++) {
                if (held[model] > 0) {
                    drawn.get(model).add(scale.get().of(capability.get(model)));
                }
            }
        }
        return drawn.stream().map(values -> interval(values, level)).toList();
    }

    private static Range interval(List<Double> values, double level) {
        if (values.isEmpty()) {
            return new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double[] ends =
                Quantiles.type7(
                        values.stream().mapToDouble(Double::doubleValue).toArray(),
                        new double[] {(1 - level) / 2, (1 + level) / 2});
        return new Range(ends[0], ends[1]);
    }

    private static double checkedRidge(double ridge) {
        if (!(ridge >= 0 && Double.isFinite(ridge))) {
            throw new IllegalArgumentException("ridge %s is below 0".formatted(ridge));
        }
        return ridge;
    }
}
