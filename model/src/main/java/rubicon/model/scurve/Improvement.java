package rubicon.model.scurve;

import java.util.ArrayList;
import java.util.List;
import rubicon.model.stats.NeumaierSum;

/// The sum of all kinds of self-improvement, `O(I) = baseline + Σ overlap·gain·σ(k(I − midpoint))`.
///
/// The axis of intelligence has no natural unit. Counts of phases do not depend on it; `O` and its
/// slope mean something only where both axes have the same one. Steps are generations, not time.
///
/// @param baseline progress without help by AI, at least 0
/// @see "The low hanging fruit of AI self-improvement (LessWrong, March 2026) for the idea; the
///   parametrisation is this project's"
public record Improvement(List<Curve> curves, double baseline) {
    public Improvement {
        curves = List.copyOf(curves);
        if (!(baseline >= 0 && Double.isFinite(baseline))) {
            throw new IllegalArgumentException("baseline %s is below 0".formatted(baseline));
        }
    }

    /// How one category stands at an intelligence.
    public record Row(double share, double gained, double slope, Phase phase) {}

    /// How the sum stands at an intelligence.
    ///
    /// @param output `O`
    /// @param slope `dO/dI`
    /// @param rows one a curve, in their order
    public record Reading(double output, double slope, List<Row> rows) {
        public Reading {
            rows = List.copyOf(rows);
        }

        /// Whether one more unit in returns more than one out.
        public boolean supercritical() {
            return slope > 1;
        }

        /// Number of categories in a phase.
        public int count(Phase phase) {
            return (int) rows.stream().filter(row -> row.phase() == phase).count();
        }

        /// Number of categories in one of the two steep phases.
        public int steep() {
            return count(Phase.EARLY_STEEP) + count(Phase.LATE_STEEP);
        }
    }

    /// What the present model adds that no released model was built with yet.
    ///
    /// @param pending `Σ overlap·gain·(σ(now) − σ(before))`
    /// @param index `pending` as a share of all that there is to gain; 0 where that is nothing
    /// @param newlySteep categories that went from not started to steep
    /// @param remaining `Σ overlap·gain·(1 − σ(now))`
    public record Imminent(double pending, double index, int newlySteep, double remaining) {}

    /// What follows when each generation builds the next.
    ///
    /// @param intelligence the first one given, then one a generation
    /// @param largestStep largest rise from one to the next
    /// @param generation that made it, from 1; the first of equals
    public record Path(List<Double> intelligence, double largestStep, int generation) {
        public Path {
            intelligence = List.copyOf(intelligence);
        }
    }

    /// A generation that builds one like itself, `O(I) = I`.
    ///
    /// @param stable whether a generation near it moves towards it, which is where the slope is
    ///   below 1
    public record FixedPoint(double intelligence, boolean stable) {}

    /// Reads the sum at an intelligence.
    ///
    /// @param theta share of the greatest slope that counts as steep, see [Phase]
    public Reading at(double intelligence, double theta) {
        return new Reading(
                output(intelligence),
                slope(intelligence),
                curves.stream()
                        .map(it ->
                                new Row(
                                        it.share(intelligence),
                                        it.gained(intelligence),
                                        it.slope(intelligence),
                                        Phase.of(it.share(intelligence), theta)))
                        .toList());
    }

    /// What is pending between two generations.
    public Imminent imminent(double before, double now, double theta) {
        CurveColumns columns = columns();
        double pending = columns.pending(before, now);
        double all = columns.all();
        return new Imminent(
                pending,
                all == 0 ? 0 : pending / all,
                columns.newlySteep(before, now, theta),
                columns.remaining(now));
    }

    private CurveColumns columns() {
        return new CurveColumns(
                curves.stream().mapToDouble(Curve::gain).toArray(),
                curves.stream().mapToDouble(Curve::k).toArray(),
                curves.stream().mapToDouble(Curve::midpoint).toArray(),
                curves.stream().mapToDouble(Curve::overlap).toArray());
    }

    /// `I_{n+1} = O(I_n) + drift·(n + 1)` from `I_0 = start`.
    ///
    /// @param drift progress from elsewhere that each generation adds, at least 0
    /// @param generations at least 1
    public Path iterate(double drift, double start, int generations) {
        if (!(drift >= 0 && generations >= 1)) {
            throw new IllegalArgumentException(
                    "drift %s over %d generations".formatted(drift, generations));
        }
        List<Double> path = new ArrayList<>(List.of(start));
        double largest = Double.NEGATIVE_INFINITY;
        int generation = 0;
        for (int n = 1; n <= generations; n++) {
            double before = path.getLast();
            double next = output(before) + drift * n;
            path.add(next);
            if (next - before > largest) {
                largest = next - before;
                generation = n;
            }
        }
        return new Path(path, largest, generation);
    }

    /// The crossings of `O` with the line of equal input and output, lowest first. All lie between
    /// the baseline and the baseline with all gains; crossings nearer to each other than that
    /// stretch divided by `panels` may be missed.
    ///
    /// @param panels at least 1
    public List<FixedPoint> fixedPoints(int panels) {
        double high = baseline + curves.stream().mapToDouble(Curve::weight).sum();
        double width = (high - baseline) / panels;
        if (width == 0) {
            return List.of(new FixedPoint(baseline, true));
        }
        List<FixedPoint> found = new ArrayList<>();
        for (int panel = 0; panel < panels; panel++) {
            double from = baseline + panel * width;
            double to = panel == panels - 1 ? high : from + width;
            if (lead(from) > 0 != lead(to) > 0) {
                double at = crossing(from, to);
                found.add(new FixedPoint(at, slope(at) < 1));
            }
        }
        return found;
    }

    private double crossing(double from, double to) {
        double low = from;
        double high = to;
        boolean above = lead(low) > 0;
        for (int halving = 0; halving < 100; halving++) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (lead(middle) > 0 == above) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double lead(double intelligence) {
        return output(intelligence) - intelligence;
    }

    /// `O`, without the rows of [#at].
    public double output(double intelligence) {
        var sum = new NeumaierSum().add(baseline);
        for (int i = 0; i < curves.size(); i++) {
            sum.add(curves.get(i).gained(intelligence));
        }
        return sum.value();
    }

    /// `dO/dI`, without the rows of [#at].
    public double slope(double intelligence) {
        var sum = new NeumaierSum();
        for (int i = 0; i < curves.size(); i++) {
            sum.add(curves.get(i).slope(intelligence));
        }
        return sum.value();
    }
}
