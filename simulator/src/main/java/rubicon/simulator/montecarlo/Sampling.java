package rubicon.simulator.montecarlo;

/// How points are spread.
public enum Sampling {
    /// Each sample by itself.
    INDEPENDENT,
    /// Latin hypercube: each input's range is filled evenly.
    LATIN_HYPERCUBE,
    /// Sobol's sequence: all inputs together are filled evenly.
    SOBOL
}
