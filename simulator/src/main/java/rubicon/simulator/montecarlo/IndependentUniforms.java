package rubicon.simulator.montecarlo;

import java.util.List;

/// Every coordinate by itself.
final class IndependentUniforms implements Uniforms {
    private final long[] keys;

    IndependentUniforms(long seed, List<String> inputs) {
        this.keys = inputs.stream().mapToLong(it -> Words.key(seed, it)).toArray();
    }

    @Override
    public void fill(long first, double[][] points, int count) {
        for (int input = 0; input < keys.length; input++) {
            for (int i = 0; i < count; i++) {
                points[input][i] = Words.open(Words.word(keys[input], first + i));
            }
        }
    }
}
