package rubicon.simulator.ensemble;

/// One trajectory after the other, in plain arithmetic: the oracle.
public final class ScalarStepper implements Stepper {
    @Override
    public void run(Trajectories all, int steps, double step) {
        for (int i = 0; i < all.count(); i++) {
            double share = all.share[i];
            double rho = all.rho[i];
            double half = 0.5 / rho;
            double drag = all.drag[i];
            double pace = step * all.pace[i];
            double software = all.software[i];
            double compute = all.compute[i];
            double labour = all.labour[i];
            for (int n = 0; n < steps; n++) {
                double input =
                        share * Math.exp(rho * compute) + (1 - share) * Math.exp(rho * labour);
                software += pace * Math.exp(half * Math.log(input) - drag * software);
                compute += step / 2;
                labour += step / 10 * Math.exp(software / 10);
            }
            all.software[i] = software;
            all.compute[i] = compute;
            all.labour[i] = labour;
        }
    }
}
