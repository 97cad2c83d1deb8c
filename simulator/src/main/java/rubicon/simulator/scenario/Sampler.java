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
}
