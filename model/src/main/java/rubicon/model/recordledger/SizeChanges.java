package rubicon.model.recordledger;

import java.util.Arrays;
import java.util.List;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.SerialDependence;
import rubicon.model.stats.SplitMix64;

/// Where numbers in a row change their size, with borders that a row without any change passes as
/// seldom as is promised: by one cut or more in 5 %, by an alarm of rises or of falls in 2.5 %
/// each.
///
/// What a row without change looks like is drawn from the numbers themselves. An autoregression of
/// first order is fitted, its innovations are put into another order, and the row is built anew,
/// [#DRAWS] times. The correlation of neighbours is that of the residuals about the two means of
/// the best single cut, so that a change does not pass for it; four parameters are counted for
/// those, for which the promise is kept best. Without correlation these are permutations, and the
/// promise is exact.
///
/// @param segments cut by a penalty that is at least the usual one
/// @param rises places of alarms of the cumulative sum, whose first half says what is usual and
///   only whose second can give one
/// @param falls the same for the row turned round
/// @see "docs/methods/record-ledger.md"
/// @see "Page (1954); for permutations as a reference of change points: Antoch & Hušková (2001),
///   Statistics & Probability Letters 53, 37"
record SizeChanges(Segments segments, List<Integer> rises, List<Integer> falls) {
    static final int DRAWS = 999;

    private static final int SHORTEST = 3;
    private static final int PARAMETERS = 4;
    private static final double CUTS = 0.05;
    private static final double ALARMS = 0.025;

    SizeChanges {
        rises = List.copyOf(rises);
        falls = List.copyOf(falls);
    }

    /// Looks for changes.
    ///
    /// @param y at least [RecordChanges#LEAST] finite numbers
    static SizeChanges of(double[] y, long seed) {
        double[] turned = Arrays.stream(y).map(it -> -it).toArray();
        double[] gains = new double[DRAWS];
        double[] rises = new double[DRAWS];
        double[] falls = new double[DRAWS];
        double phi = correlation(y);
        var stream = new SplitMix64(seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] row = unchanged(y, phi, stream);
            gains[draw] = Cut.best(row).gain();
            rises[draw] = highest(row, 1);
            falls[draw] = highest(row, -1);
        }
        return new SizeChanges(
                Segments.pelt(
                        y,
                        Math.max(Segments.penalty(y), border(gains, CUTS)),
                        SHORTEST,
                        Segments.Shape.MEAN),
                alarms(y, border(rises, ALARMS)),
                alarms(turned, border(falls, ALARMS)));
    }

    /// What at most this share of `(1 + number above)/(1 + draws)` lies above.
    private static double border(double[] drawn, double share) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        return sorted[DRAWS - (int) Math.round(share * (1 + DRAWS))];
    }

    private static double correlation(double[] y) {
        int at = Cut.best(y).at();
        double before = NeumaierSum.mean(Arrays.copyOf(y, at));
        double after = NeumaierSum.mean(Arrays.copyOfRange(y, at, y.length));
        double[] residuals = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            residuals[i] = y[i] - (i < at ? before : after);
        }
        return SerialDependence.of(residuals, PARAMETERS).phi();
    }

    private static double[] unchanged(double[] y, double phi, SplitMix64 stream) {
        double mean = NeumaierSum.mean(y);
        double first = Math.sqrt(1 - phi * phi);
        double[] row = new double[y.length];
        row[0] = first * (y[0] - mean);
        for (int i = 1; i < y.length; i++) {
            row[i] = y[i] - mean - phi * (y[i - 1] - mean);
        }
        for (int i = y.length - 1; i > 0; i--) {
            int other = stream.nextIndex(i + 1);
            double kept = row[i];
            row[i] = row[other];
            row[other] = kept;
        }
        row[0] /= first;
        for (int i = 1; i < y.length; i++) {
            row[i] += phi * row[i - 1];
        }
        return row;
    }

    private static double highest(double[] y, int sign) {
        Usual usual = Usual.of(y);
        double sum = 0;
        double highest = 0;
        for (int i = y.length / 2; i < y.length; i++) {
            sum = Math.max(0, sum + sign * (y[i] - usual.mean()) / usual.sd() - Cusum.K);
            highest = Math.max(highest, sum);
        }
        return usual.sd() == 0 ? Double.POSITIVE_INFINITY : highest;
    }

    private static List<Integer> alarms(double[] y, double border) {
        Usual usual = Usual.of(y);
        if (usual.sd() == 0) {
            return List.of();
        }
        double[] later = Arrays.copyOfRange(y, y.length / 2, y.length);
        double above = Math.max(border, Double.MIN_NORMAL);
        return Cusum.of(later, usual.mean(), usual.sd(), Cusum.K, above).alarms().stream()
                .map(at -> y.length / 2 + at)
                .toList();
    }

    /// Mean and spread of the first half.
    private record Usual(double mean, double sd) {
        static Usual of(double[] y) {
            double[] half = Arrays.copyOf(y, y.length / 2);
            double mean = NeumaierSum.mean(half);
            double squares =
                    NeumaierSum.of(
                            Arrays.stream(half).map(it -> (it - mean) * (it - mean)).toArray());
            return new Usual(mean, Math.sqrt(squares / (half.length - 1)));
        }
    }

    /// The best single cut.
    ///
    /// @param at first place behind it
    /// @param gain by how much it lowers the sum of squares
    private record Cut(int at, double gain) {
        static Cut best(double[] y) {
            double mean = NeumaierSum.mean(y);
            Cut best = new Cut(SHORTEST, 0);
            double sum = 0;
            for (int i = 1; i <= y.length - SHORTEST; i++) {
                sum += y[i - 1] - mean;
                double gain = sum * sum * (1.0 / i + 1.0 / (y.length - i));
                if (i >= SHORTEST && gain > best.gain()) {
                    best = new Cut(i, gain);
                }
            }
            return best;
        }
    }
}
