package rubicon.simulator.montecarlo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a block of the design for Sobol indices gave. Sums round: join them in the order of blocks.
///
/// @param block from 0
/// @param both by scalar series, the moments of the runs at both points of each pair
/// @param isFinite by scalar series, whether all runs gave a finite number
/// @param first, total by input, then by scalar series: sums of squared differences
@SuppressWarnings("ArrayRecordComponent") // numbers on their way through, compared by nobody
public record SobolSums(
        int block, List<Moments> both, List<Boolean> isFinite, double[][] first, double[][] total) {

    public SobolSums {
        both = List.copyOf(both);
        isFinite = List.copyOf(isFinite);
    }

    /// The sums as bytes.
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(block);
            for (int k = 0; k < both.size(); k++) {
                out.writeLong(both.get(k).count());
                out.writeDouble(both.get(k).mean());
                out.writeDouble(both.get(k).squares());
                out.writeBoolean(isFinite.get(k));
            }
            write(out, first);
            write(out, total);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The sums of a plan as they were written.
    ///
    /// @throws IllegalArgumentException if the bytes are not that
    public static SobolSums ofBytes(Plan plan, byte[] bytes) {
        int series = SobolIndices.scalars(plan).size();
        int inputs = plan.inputs().size();
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int block = in.readInt();
            List<Moments> both = new ArrayList<>();
            List<Boolean> isFinite = new ArrayList<>();
            for (int k = 0; k < series; k++) {
                both.add(new Moments(in.readLong(), in.readDouble(), in.readDouble()));
                isFinite.add(in.readBoolean());
            }
            return new SobolSums(
                    block, both, isFinite, read(in, inputs, series), read(in, inputs, series));
        } catch (IOException e) {
            throw new IllegalArgumentException("not the sums of a design", e);
        }
    }

    private static void write(DataOutputStream out, double[][] rows) throws IOException {
        for (double[] row : rows) {
            for (double number : row) {
                out.writeDouble(number);
            }
        }
    }

    private static double[][] read(DataInputStream in, int rows, int columns) throws IOException {
        double[][] read = new double[rows][columns];
        for (double[] row : read) {
            for (int k = 0; k < columns; k++) {
                row[k] = in.readDouble();
            }
        }
        return read;
    }

    /// Gathers a block; allocates nothing run by run.
    static final class Builder {
        private final double[] means;
        private final double[] squares;
        private final boolean[] finite;
        private final double[][] first;
        private final double[][] total;
        private long count;

        Builder(int inputs, int series) {
            means = new double[series];
            squares = new double[series];
            finite = new boolean[series];
            Arrays.fill(finite, true);
            first = new double[inputs][series];
            total = new double[inputs][series];
        }

        /// The runs at both points of a pair.
        void addBoth(double[] ofA, double[] ofB) {
            add(ofA);
            add(ofB);
        }

        private void add(double[] outputs) {
            double share = 1.0 / (count + 1);
            for (int k = 0; k < outputs.length; k++) {
                finite[k] &= Double.isFinite(outputs[k]);
                double difference = outputs[k] - means[k];
                means[k] += difference * share;
                squares[k] += difference * difference * count * share;
            }
            count++;
        }

        /// The run at the first point with one input of the second.
        void addMixed(int input, double[] ofA, double[] ofB, double[] ofMixed) {
            for (int k = 0; k < ofMixed.length; k++) {
                finite[k] &= Double.isFinite(ofMixed[k]);
                first[input][k] += (ofB[k] - ofMixed[k]) * (ofB[k] - ofMixed[k]);
                total[input][k] += (ofA[k] - ofMixed[k]) * (ofA[k] - ofMixed[k]);
            }
        }

        SobolSums of(int block) {
            List<Moments> both = new ArrayList<>();
            List<Boolean> isFinite = new ArrayList<>();
            for (int k = 0; k < means.length; k++) {
                both.add(new Moments(count, means[k], squares[k]));
                isFinite.add(finite[k]);
            }
            return new SobolSums(block, both, isFinite, first, total);
        }
    }
}
