package rubicon.simulator.montecarlo;

/// Points of the open unit cube, one for each sample; a coordinate for each input.
sealed interface Uniforms permits IndependentUniforms, LatinHypercube, SobolPoints {
    /// The coordinates of a row of samples.
    ///
    /// @param first index of the first sample
    /// @param points receives by input, then by sample
    /// @param count of samples
    void fill(long first, double[][] points, int count);
}
