package rubicon.simulator.ensemble;

/// Moves trajectories on by equal steps (Euler's, labour from the software of the step's end).
public sealed interface Stepper permits ScalarStepper, VectorStepper {
    /// The module that vectors need: it incubates, so a JVM has it where it was asked for
    /// (`--add-modules jdk.incubator.vector`).
    String MODULE = "jdk.incubator.vector";

    /// Moves all of them on, to the same bits whichever does it. Allocates nothing.
    ///
    /// @param steps at least 0
    /// @param step length in years, above 0
    /// @throws ArithmeticException if one leaves the range of numbers
    void run(Trajectories all, int steps, double step);

    /// The fastest that this JVM can: with vectors, else the scalar one.
    static Stepper fastest() {
        return ModuleLayer.boot().findModule(MODULE).isPresent()
                ? new VectorStepper()
                : new ScalarStepper();
    }
}
