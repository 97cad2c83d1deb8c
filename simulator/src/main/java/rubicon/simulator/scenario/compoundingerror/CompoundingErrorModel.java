package rubicon.simulator.scenario.compoundingerror;

import static rubicon.simulator.scenario.compoundingerror.CompoundingErrorDescription.AUDITS;
import static rubicon.simulator.scenario.compoundingerror.CompoundingErrorDescription.COMMON_SHARE;
import static rubicon.simulator.scenario.compoundingerror.CompoundingErrorDescription.DETECTION;
import static rubicon.simulator.scenario.compoundingerror.CompoundingErrorDescription.ERROR_ALPHA;
import static rubicon.simulator.scenario.compoundingerror.CompoundingErrorDescription.ERROR_BETA;
import static rubicon.simulator.scenario.compoundingerror.CompoundingErrorDescription.FIDELITY;
import static rubicon.simulator.scenario.compoundingerror.CompoundingErrorDescription.FIX;
import static rubicon.simulator.scenario.compoundingerror.CompoundingErrorDescription.GENERATIONS;
import static rubicon.simulator.scenario.compoundingerror.CompoundingErrorDescription.GROWTH;
import static rubicon.simulator.scenario.compoundingerror.CompoundingErrorDescription.LAYERS;
import static rubicon.simulator.scenario.compoundingerror.CompoundingErrorDescription.RECOVERY;
import static rubicon.simulator.scenario.compoundingerror.CompoundingErrorDescription.TARGET;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.hipparchus.special.Beta;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.KernelModel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.Workspace;

/// The scenario `compounding-error`: five views of one chain of generations, side by side, at the
/// generations asked for and along a curve up to the last of them.
public final class CompoundingErrorModel implements KernelModel {

    /// Steps of the curve, enough for a smooth line on any screen.
    private static final int CURVE_STEPS = 200;

    private static final double UNLUCKY = 0.05;

    @Override
    public Description description() {
        return CompoundingErrorDescription.DESCRIPTION;
    }

    @Override
    public List<Function<Workspace, Kernel>> kernels(Assignment given) {
        var at = new Generations(given.wholes(GENERATIONS));
        return List.of(
                workspace -> Kernel.telling(simple(workspace, at), at::tell),
                workspace -> required(workspace, at),
                workspace -> audited(workspace, at),
                workspace -> drifting(workspace, at),
                workspace -> uncertain(workspace, at),
                workspace -> unlucky(workspace, at),
                workspace -> layered(workspace, at));
    }

    /// The generations asked for, and those of the curve.
    private static final class Generations {
        private final long[] asked;
        private final long[] curve;

        Generations(List<Long> asked) {
            this.asked = asked.stream().mapToLong(Long::longValue).toArray();
            this.curve = curve(Collections.max(asked));
        }

        void tell(Answers answers) {
            answers.put(
                    "curveGenerations", new Value.Wholes(Arrays.stream(curve).boxed().toList()));
        }
    }

    private static Kernel simple(Workspace workspace, Generations at) {
        Place fidelity = workspace.number(FIDELITY);
        Place target = workspace.number(TARGET);
        Result survival = workspace.list("survival", at.asked.length);
        Result curve = workspace.list("curveSurvival", at.curve.length);
        Result halfLife = workspace.one("halfLife");
        Result most = workspace.one("maxGenerations");
        Result exact = workspace.one("exactGenerations");
        return () -> {
            double log = SimpleChain.logFidelity(1 - fidelity.value());
            powers(log, at.asked, survival);
            powers(log, at.curve, curve);
            halfLife.set(SimpleChain.exactGenerations(log, 0.5));
            most.set(SimpleChain.mostGenerations(log, target.value()));
            exact.set(SimpleChain.exactGenerations(log, target.value()));
        };
    }

    private static Kernel required(Workspace workspace, Generations at) {
        Place target = workspace.number(TARGET);
        Result required = workspace.list("requiredFidelity", at.asked.length);
        return () -> {
            for (int i = 0; i < at.asked.length; i++) {
                required.set(i, SimpleChain.requiredFidelity(target.value(), at.asked[i]));
            }
        };
    }

    private static Kernel audited(Workspace workspace, Generations at) {
        Place fidelity = workspace.number(FIDELITY);
        Place detection = workspace.number(DETECTION);
        Place audits = workspace.number(AUDITS);
        Place fix = workspace.number(FIX);
        Place recovery = workspace.number(RECOVERY);
        Result netError = workspace.one("netError");
        Result stationary = workspace.one("stationary");
        Result firstFailure = workspace.one("meanFirstFailure");
        Result aligned = workspace.list("aligned", at.asked.length);
        Result curve = workspace.list("curveAligned", at.curve.length);
        return () -> {
            double net =
                    AuditedChain.netError(
                            1 - fidelity.value(), detection.value(), audits.whole(), fix.value());
            double share = AuditedChain.stationary(net, recovery.value());
            double change = net + recovery.value();
            double log = AuditedChain.logMemory(change);
            netError.set(net);
            stationary.set(share);
            firstFailure.set(1 / net);
            for (int i = 0; i < at.asked.length; i++) {
                aligned.set(i, AuditedChain.aligned(share, change, log, at.asked[i]));
            }
            for (int i = 0; i < at.curve.length; i++) {
                curve.set(i, AuditedChain.aligned(share, change, log, at.curve[i]));
            }
        };
    }

    private static Kernel drifting(Workspace workspace, Generations at) {
        Place fidelity = workspace.number(FIDELITY);
        Place growth = workspace.number(GROWTH);
        Result survival = workspace.list("driftSurvival", at.asked.length);
        Result curve = workspace.list("curveDrift", at.curve.length);
        Result limit = workspace.one("driftLimit");
        double[] powers = new double[(int) at.curve[at.curve.length - 1]];
        double[] log = new double[powers.length + 1];
        // The growth whose powers are at hand.
        double[] known = {Double.NaN};
        return () -> {
            double error = 1 - fidelity.value();
            if (growth.value() != known[0]) {
                DriftingChain.powers(growth.value(), powers);
                known[0] = growth.value();
            }
            DriftingChain.logSurvival(error, powers, log);
            for (int i = 0; i < at.asked.length; i++) {
                survival.set(i, Math.exp(log[(int) at.asked[i]]));
            }
            for (int i = 0; i < at.curve.length; i++) {
                curve.set(i, Math.exp(log[(int) at.curve[i]]));
            }
            limit.set(DriftingChain.limit(error, growth.value()));
        };
    }

    private static Kernel uncertain(Workspace workspace, Generations at) {
        Place a = workspace.number(ERROR_ALPHA);
        Place b = workspace.number(ERROR_BETA);
        Result survival = workspace.list("uncertainSurvival", at.asked.length);
        Result curve = workspace.list("curveUncertain", at.curve.length);
        Result plugIn = workspace.list("plugInSurvival", at.asked.length);
        return () -> {
            double logBeta = Beta.logBeta(a.value(), b.value());
            for (int i = 0; i < at.asked.length; i++) {
                survival.set(i, UncertainChain.aligned(a.value(), b.value(), logBeta, at.asked[i]));
            }
            for (int i = 0; i < at.curve.length; i++) {
                curve.set(i, UncertainChain.aligned(a.value(), b.value(), logBeta, at.curve[i]));
            }
            double mean = a.value() / (a.value() + b.value());
            powers(SimpleChain.logFidelity(mean), at.asked, plugIn);
        };
    }

    /// The quantile takes its time, and is asked for anew only where the distribution is drawn.
    private static Kernel unlucky(Workspace workspace, Generations at) {
        Place a = workspace.number(ERROR_ALPHA);
        Place b = workspace.number(ERROR_BETA);
        Result survival = workspace.list("unluckySurvival", at.asked.length);
        Result curve = workspace.list("curveUnlucky", at.curve.length);
        return () -> {
            double error = new UncertainChain(a.value(), b.value()).errorQuantile(1 - UNLUCKY);
            double log = SimpleChain.logFidelity(error);
            powers(log, at.asked, survival);
            powers(log, at.curve, curve);
        };
    }

    private static Kernel layered(Workspace workspace, Generations at) {
        Place fidelity = workspace.number(FIDELITY);
        Place common = workspace.number(COMMON_SHARE);
        Place layers = workspace.number(LAYERS);
        Result passed = workspace.one("layeredFidelity");
        Result survival = workspace.list("layeredSurvival", at.asked.length);
        Result curve = workspace.list("curveLayered", at.curve.length);
        return () -> {
            double log =
                    LayeredChain.logFidelity(1 - fidelity.value(), common.value(), layers.whole());
            passed.set(Math.exp(log));
            powers(log, at.asked, survival);
            powers(log, at.curve, curve);
        };
    }

    private static void powers(double log, long[] generations, Result into) {
        for (int i = 0; i < generations.length; i++) {
            into.set(i, Chain.power(log, generations[i]));
        }
    }

    /// From none to the last generation in equal steps, each integer at most once.
    private static long[] curve(long last) {
        long steps = Math.min(last, CURVE_STEPS);
        return LongStream.rangeClosed(0, steps).map(step -> step * last / steps).toArray();
    }
}
