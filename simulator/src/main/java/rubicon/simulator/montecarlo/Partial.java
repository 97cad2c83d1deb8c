package rubicon.simulator.montecarlo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// What some blocks in a row of a run gave.
///
/// @param firstBlock from 0
/// @param summaries by series, without their moments
/// @param moments by block, then by series
/// @param draws of those blocks that are kept sample by sample, in their order
public record Partial(
        int firstBlock, List<Summary> summaries, List<List<Moments>> moments, List<Draws> draws) {

    /// The samples of a block, or the first of them, kept for rank correlations.
    ///
    /// @param inputs by input, then by sample
    /// @param outputs by scalar series in their order, then by sample
    @SuppressWarnings("ArrayRecordComponent") // numbers on their way through, compared by nobody
    public record Draws(double[][] inputs, double[][] outputs) {}

    public Partial {
        summaries = List.copyOf(summaries);
        moments = moments.stream().map(List::copyOf).toList();
        draws = List.copyOf(draws);
    }

    /// How many blocks it is of.
    public int blocks() {
        return moments.size();
    }

    /// The parts as bytes.
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(firstBlock);
            out.writeInt(moments.size());
            for (Summary summary : summaries) {
                summary.write(out);
            }
            for (List<Moments> block : moments) {
                for (Moments it : block) {
                    out.writeLong(it.count());
                    out.writeDouble(it.mean());
                    out.writeDouble(it.squares());
                }
            }
            out.writeInt(draws.size());
            for (Draws it : draws) {
                write(out, it.inputs());
                write(out, it.outputs());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The parts of a plan as they were written.
    ///
    /// @throws IllegalArgumentException if the bytes are not that
    public static Partial ofBytes(Plan plan, byte[] bytes) {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            int firstBlock = in.readInt();
            int blocks = in.readInt();
            List<Summary> summaries = new ArrayList<>();
            for (int i = 0; i < plan.series().size(); i++) {
                summaries.add(
                        Summary.read(
                                plan.series().get(i).output().origin(),
                                plan.series().get(i).isScalar()
                                        ? plan.thresholds().get(i)
                                        : List.of(),
                                !plan.series().get(i).isScalar(),
                                in));
            }
            List<List<Moments>> moments = new ArrayList<>();
            for (int block = 0; block < blocks; block++) {
                List<Moments> ofBlock = new ArrayList<>();
                for (int i = 0; i < plan.series().size(); i++) {
                    ofBlock.add(new Moments(in.readLong(), in.readDouble(), in.readDouble()));
                }
                moments.add(ofBlock);
            }
            List<Draws> draws = new ArrayList<>();
            int kept = in.readInt();
            for (int i = 0; i < kept; i++) {
                draws.add(new Draws(read(in), read(in)));
            }
            return new Partial(firstBlock, summaries, moments, draws);
        } catch (IOException e) {
            throw new IllegalArgumentException("not the parts of a run", e);
        }
    }

    private static void write(DataOutputStream out, double[][] rows) throws IOException {
        out.writeInt(rows.length);
        for (double[] row : rows) {
            out.writeInt(row.length);
            for (double number : row) {
                out.writeDouble(number);
            }
        }
    }

    private static double[][] read(DataInputStream in) throws IOException {
        double[][] rows = new double[in.readInt()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[in.readInt()];
            for (int k = 0; k < rows[i].length; k++) {
                rows[i][k] = in.readDouble();
            }
        }
        return rows;
    }
}
