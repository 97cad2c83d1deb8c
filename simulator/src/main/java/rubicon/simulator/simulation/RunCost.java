package rubicon.simulator.simulation;

import java.util.function.LongSupplier;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.scenario.Sampler;

/// What one run of a plan takes here, in seconds. Models and what is chosen in them differ a
/// thousandfold, so it is tried.
final class RunCost {
    private static final int AT_ONCE = 4;
    private static final double NANOS = 1e9;

    // Long enough for the compiler to have seen the model, short enough for who waits for an
    // answer.
    private static final double TRIAL_SECONDS = 1;

    // Spreads the shares of the distributions at which it is tried (Weyl).
    private static final double GOLDEN = 0.6180339887498949;

    private final Plan plan;
    private final LongSupplier nanos;
    private final Sampler sampler;
    private final double[][] inputs;
    private final double[][] outputs;
    private int tried;

    /// @param nanos what time it is, as [System#nanoTime] tells it
    RunCost(Plan plan, LongSupplier nanos) {
        this.plan = plan;
        this.nanos = nanos;
        this.sampler =
                plan.model()
                        .sampler(
                                plan.base(),
                                plan.inputs().stream().map(it -> it.slot()).toList(),
                                plan.series());
        this.inputs = new double[plan.inputs().size()][AT_ONCE];
        this.outputs = new double[plan.series().size()][AT_ONCE];
    }

    /// As it comes out at the first try: more than later, as the code is not compiled yet.
    double first() {
        long began = nanos.getAsLong();
        // Of a distribution a draw can take longer than the model.
        for (int run = 0; run < AT_ONCE; run++) {
            tried++;
            double[] drawn = plan.drawnAt(tried * GOLDEN % 1);
            for (int input = 0; input < inputs.length; input++) {
                inputs[input][run] = drawn[input];
            }
        }
        sampler.run(inputs, 0, AT_ONCE, outputs);
        return (nanos.getAsLong() - began) / NANOS / AT_ONCE;
    }

    /// The least of a second's tries: what else the machine is busy with makes others longer.
    double least() {
        long began = nanos.getAsLong();
        double least = first();
        while ((nanos.getAsLong() - began) / NANOS < TRIAL_SECONDS) {
            least = Math.min(least, first());
        }
        return least;
    }
}
