package rubicon.simulator.scenario;

/// A model prepared for many runs that differ in a few numbers. Used by one thread at a time.
@FunctionalInterface
public interface Sampler {
    /// One run.
    ///
    /// @param inputs the drawn numbers in the order of the slots; whole numbers where the slot's
    ///   domain is whole
    /// @param outputs receives each series' number; NaN where it is not defined
    void run(double[] inputs, double[] outputs);

    /// Some runs in a row, each as [#run(double[], double[])] answers it, bit for bit. A sampler of
    /// little arithmetic overrides it, for there a call a run is what takes the time.
    ///
    /// @param inputs by slot, then by run
    /// @param first index of the first run in `inputs`
    /// @param outputs receives by series, then by run from 0
    default void run(double[][] inputs, int first, int count, double[][] outputs) {
        double[] input = new double[inputs.length];
        double[] output = new double[outputs.length];
        for (int i = 0; i < count; i++) {
            for (int slot = 0; slot < input.length; slot++) {
                input[slot] = inputs[slot][first + i];
            }
            run(input, output);
            for (int series = 0; series < output.length; series++) {
                outputs[series][i] = output[series];
            }
        }
    }
}
