package rubicon.simulator.scenario.takeoff.ode;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/// A differential equation that is smooth on a stretch, integrated to the stretch's end or to where
/// a quantity rises through zero, whichever comes first. What has kinks is integrated stretch by
/// stretch, for a step over a kink loses the order of the method.
public final class Stretch {
    // Beside a pole steps grow very small; below this a step no longer moves anything near 1.
    private static final double LEAST_STEP = 1e-16;
    private static final double TOLERANCE = 1e-11;
    private static final double CROSSING = 1e-13;
    private static final int ITERATIONS = 200;

    private Stretch() {}

    /// The right side of an equation, `dy/dx`.
    @FunctionalInterface
    public interface Slope {
        double[] at(double x, double[] y);
    }

    /// What stops a stretch when it rises through zero.
    @FunctionalInterface
    public interface Stop {
        double at(double x, double[] y);
    }

    /// Where a stretch ends.
    ///
    /// @param x where
    /// @param y the state there
    /// @param stopped whether before its planned end
    public record End(double x, List<Double> y, boolean stopped) {
        public End {
            y = List.copyOf(y);
        }
    }

    /// Integrates.
    ///
    /// @param to above `from`
    /// @param stop below zero at the start
    /// @throws IllegalArgumentException where the equation is too steep for numbers
    public static End run(Slope slope, double from, List<Double> start, double to, Stop stop) {
        double longest = to - from;
        // Far from zero the spacing of doubles is wider than the least step.
        double least = Math.min(longest, Math.max(LEAST_STEP, 4 * Math.ulp(to)));
        var integrator = new DormandPrince853Integrator(least, longest, TOLERANCE, TOLERANCE);
        integrator.addEventDetector(new Rise(stop, longest));
        double[] initial = start.stream().mapToDouble(Double::doubleValue).toArray();
        ODEStateAndDerivative end;
        try {
            end =
                    integrator.integrate(
                            new Equation(slope, start.size()), new ODEState(from, initial), to);
        } catch (MathRuntimeException e) {
            throw new IllegalArgumentException(
                    "the equation is too steep to be integrated there (%s)"
                            .formatted(e.getMessage()),
                    e);
        }
        return new End(
                end.getTime(),
                Arrays.stream(end.getPrimaryState()).boxed().toList(),
                end.getTime() < to);
    }

    private record Equation(Slope slope, int dimension) implements OrdinaryDifferentialEquation {
        @Override
        public int getDimension() {
            return dimension;
        }

        @Override
        public double[] computeDerivatives(double x, double[] y) {
            return slope.at(x, y);
        }
    }

    private record Rise(Stop stop, double longest) implements ODEEventDetector {
        @Override
        public AdaptableInterval getMaxCheckInterval() {
            return AdaptableInterval.of(longest);
        }

        @Override
        public int getMaxIterationCount() {
            return ITERATIONS;
        }

        @Override
        public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
            return new BracketingNthOrderBrentSolver(0, CROSSING, 0, 5);
        }

        @Override
        public ODEEventHandler getHandler() {
            return (state, detector, increasing) -> increasing ? Action.STOP : Action.CONTINUE;
        }

        @Override
        public double g(ODEStateAndDerivative state) {
            return stop.at(state.getTime(), state.getPrimaryState());
        }
    }
}
