package rubicon.simulator.montecarlo;

import java.util.List;
import org.hipparchus.random.SobolSequenceGenerator;

/// Sobol's sequence with a random digital shift: points that fill the cube evenly in all
/// coordinates at once.
///
/// @see <a href="https://doi.org/10.1145/641876.641879">Joe & Kuo 2003, direction numbers</a>
final class SobolPoints implements Uniforms {
    private static final int BITS = 52;

    private final long[] shifts;

    SobolPoints(long seed, List<String> inputs) {
        this.shifts =
                inputs.stream()
                        .mapToLong(it -> Words.key(seed, it) >>> (Long.SIZE - BITS))
                        .toArray();
    }

    @Override
    public void fill(long first, double[][] points, int count) {
        if (shifts.length == 0) {
            return;
        }
        var sequence = new SobolSequenceGenerator(shifts.length);
        for (int i = 0; i < count; i++) {
            double[] point =
                    i == 0 ? sequence.skipTo(Math.toIntExact(first)) : sequence.nextVector();
            for (int input = 0; input < shifts.length; input++) {
                long bits = (long) (point[input] * (1L << BITS)) ^ shifts[input];
                points[input][i] = (bits + 0.5) / (1L << BITS);
            }
        }
    }
}
