package rubicon.simulator.montecarlo;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.store.CollapsingLowestDenseStore;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// What is kept of a series: counts, exact moments, and a sketch of its distribution. Of a bounded
/// size, however many samples go in. Counts and sketch join in any order to the same; the moments,
/// whose sums round, are joined in the order of blocks by the [Tally]. Not for several threads.
///
/// @see <a href="https://doi.org/10.14778/3352063.3352135">Masson, Rim & Lee 2019, DDSketch</a>
public final class Summary {
    /// Quantiles of a number are right to this share of their distance from the series' origin.
    public static final double ACCURACY = 1e-3;

    /// Quantiles of an item of a list, of which there are hundreds, to this share.
    public static final double ACCURACY_OF_ITEMS = 5e-3;

    // Fourteen orders of magnitude below the largest, and nine for an item; what is smaller counts
    // as
    // that small. So a run's memory is bounded, whatever its numbers are.
    private static final int MOST_BINS = 16_384;
    private static final int MOST_BINS_OF_ITEMS = 2_048;

    private final double origin;
    private final double[] thresholds;
    private final DDSketch sketch;
    private final long[] exceeding;
    private long below;
    private long above;
    private long undefined;
    private long finite;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private Moments moments = Moments.NONE;

    Summary(double origin, List<Double> thresholds) {
        this(origin, thresholds, DDSketches.logarithmicCollapsingLowestDense(ACCURACY, MOST_BINS));
    }

    /// Of an item of a list.
    static Summary ofItem(double origin) {
        return new Summary(
                origin,
                List.of(),
                DDSketches.logarithmicCollapsingLowestDense(ACCURACY_OF_ITEMS, MOST_BINS_OF_ITEMS));
    }

    private Summary(double origin, List<Double> thresholds, DDSketch sketch) {
        this.origin = origin;
        this.thresholds = thresholds.stream().mapToDouble(Double::doubleValue).toArray();
        this.sketch = sketch;
        this.exceeding = new long[this.thresholds.length];
    }

    /// Takes some numbers.
    ///
    /// @param numbers infinite ones count at the ends, NaN as not defined
    /// @return the moments of the finite ones, for the caller to join in order
    Moments add(double[] numbers, int count) {
        return areFinite(numbers, count) ? addFinite(numbers, count) : addAny(numbers, count);
    }

    private static boolean areFinite(double[] numbers, int count) {
        // A sum of products with 0 is 0, but for infinite ones and NaN: without a branch.
        double zero = 0;
        for (int i = 0; i < count; i++) {
            zero += numbers[i] * 0;
        }
        return zero == 0;
    }

    /// What [#addAny] does, a pass for each: most blocks hold nothing but finite numbers.
    private Moments addFinite(double[] numbers, int count) {
        for (int k = 0; k < thresholds.length; k++) {
            for (int i = 0; i < count; i++) {
                if (numbers[i] > thresholds[k]) {
                    exceeding[k]++;
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sketch.accept(numbers[i] - origin);
            sum += numbers[i];
        }
        double least = min;
        double most = max;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, numbers[i]);
            most = Math.max(most, numbers[i]);
        }
        min = least;
        max = most;
        finite += count;
        return count == 0 ? Moments.NONE : momentsOf(numbers, count, sum / count);
    }

    /// The moments of finite numbers.
    private static Moments momentsOf(double[] numbers, int count, double mean) {
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (numbers[i] - mean) * (numbers[i] - mean);
        }
        return new Moments(count, mean, squares);
    }

    private Moments addAny(double[] numbers, int count) {
        double sum = 0;
        long before = finite;
        for (int i = 0; i < count; i++) {
            double number = numbers[i];
            if (Double.isNaN(number)) {
                undefined++;
                continue;
            }
            for (int k = 0; k < thresholds.length; k++) {
                if (number > thresholds[k]) {
                    exceeding[k]++;
                }
            }
            if (Double.isInfinite(number)) {
                if (number > 0) {
                    above++;
                } else {
                    below++;
                }
                continue;
            }
            sketch.accept(number - origin);
            min = Math.min(min, number);
            max = Math.max(max, number);
            sum += number;
            finite++;
        }
        long added = finite - before;
        return added == 0 ? Moments.NONE : momentsOf(numbers, count, added, sum / added);
    }

    private static Moments momentsOf(double[] numbers, int count, long finite, double mean) {
        double squares = 0;
        for (int i = 0; i < count; i++) {
            if (Double.isFinite(numbers[i])) {
                squares += (numbers[i] - mean) * (numbers[i] - mean);
            }
        }
        return new Moments(finite, mean, squares);
    }

    /// Takes what another summary of the same series holds, its moments aside.
    void join(Summary later) {
        if (origin != later.origin || !Arrays.equals(thresholds, later.thresholds)) {
            throw new IllegalArgumentException("summaries of different series");
        }
        sketch.mergeWith(later.sketch);
        for (int k = 0; k < exceeding.length; k++) {
            exceeding[k] += later.exceeding[k];
        }
        below += later.below;
        above += later.above;
        undefined += later.undefined;
        min = Math.min(min, later.min);
        max = Math.max(max, later.max);
        finite += later.finite;
    }

    /// Takes the moments of the numbers of a later block.
    void join(Moments later) {
        moments = moments.join(later);
    }

    /// Numbers that are defined, infinite ones among them.
    public long count() {
        return finite + below + above;
    }

    /// Of `count`, how many are infinite above: what never happens.
    public long above() {
        return above;
    }

    /// Of `count`, how many are infinite below.
    public long below() {
        return below;
    }

    /// Runs that gave no number.
    public long undefined() {
        return undefined;
    }

    /// Of the finite numbers.
    public Moments moments() {
        return moments;
    }

    /// The least finite number; infinite if there is none.
    public double min() {
        return min;
    }

    /// The largest finite number; minus infinity if there is none.
    public double max() {
        return max;
    }

    /// How many numbers exceed the threshold of an index.
    public long exceeding(int threshold) {
        return exceeding[threshold];
    }

    /// The number at rank `⌊p(n − 1)⌋` among all that are defined, to the accuracy of the series.
    ///
    /// @param p in [0, 1]
    /// @return NaN if nothing is defined
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(p + " is not in [0, 1]");
        }
        if (count() == 0) {
            return Double.NaN;
        }
        double rank = Math.floor(p * (count() - 1));
        if (rank < below) {
            return Double.NEGATIVE_INFINITY;
        }
        if (rank >= below + finite) {
            return Double.POSITIVE_INFINITY;
        }
        double inside = rank - below;
        if (inside == 0 || inside == finite - 1) {
            return inside == 0 ? min : max;
        }
        // Half a rank on: the quotient may round to less than the rank that it stands for.
        double value = sketch.getValueAtQuantile(Math.min(1, (inside + 0.5) / (finite - 1)));
        return Math.clamp(origin + value, min, max);
    }

    /// Writes all but the moments, as [#read] reads it.
    void write(DataOutput out) throws IOException {
        GrowingByteArrayOutput bytes = GrowingByteArrayOutput.withDefaultInitialCapacity();
        sketch.encode(bytes, false);
        byte[] encoded = bytes.trimmedCopy();
        out.writeInt(encoded.length);
        out.write(encoded);
        for (long count : exceeding) {
            out.writeLong(count);
        }
        out.writeLong(below);
        out.writeLong(above);
        out.writeLong(undefined);
        out.writeLong(finite);
        out.writeDouble(min);
        out.writeDouble(max);
    }

    /// The summary of a series with this origin and these thresholds, as it was written.
    static Summary read(double origin, List<Double> thresholds, boolean isItem, DataInput in)
            throws IOException {
        int mostBins = isItem ? MOST_BINS_OF_ITEMS : MOST_BINS;
        byte[] encoded = new byte[in.readInt()];
        in.readFully(encoded);
        DDSketch sketch =
                DDSketch.decode(
                        ByteArrayInput.wrap(encoded),
                        () -> new CollapsingLowestDenseStore(mostBins));
        var summary = new Summary(origin, thresholds, sketch);
        for (int k = 0; k < summary.exceeding.length; k++) {
            summary.exceeding[k] = in.readLong();
        }
        summary.below = in.readLong();
        summary.above = in.readLong();
        summary.undefined = in.readLong();
        summary.finite = in.readLong();
        summary.min = in.readDouble();
        summary.max = in.readDouble();
        return summary;
    }
}
