package rubicon.simulator.ensemble;

/// One trajectory after the other, in plain arithmetic: the oracle.
public final class ScalarStepper implements Stepper {
    @Override
    public void run(Trajectories all, int steps, double step) {
        double tenth = step / 10;
        for (int i = 0; i < all.size(); i++) {
            double share = all.share[i];
            double rest = all.rest[i];
            double rho = all.rho[i];
            double half = all.half[i];
            double drag = all.drag[i];
            double pace = step * all.pace[i];
            double software = all.software[i];
            double compute = all.compute[i];
            double labour = all.labour[i];
            for (int n = 0; n < steps; n++) {
                double ofCompute = Elementary.exp(rho * compute);
                double ofLabour = Elementary.exp(rho * labour);
                double input = Elementary.log(Math.fma(share, ofCompute, rest * ofLabour));
                double growth = Elementary.exp(Math.fma(input, half, -(drag * software)));
                software = Math.fma(pace, growth, software);
                compute += step / 2;
                labour = Math.fma(tenth, Elementary.exp(software * 0.1), labour);
            }
            all.software[i] = software;
            all.compute[i] = compute;
            all.labour[i] = labour;
        }
        all.check();
    }
}
