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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Value;

/// The scenario `compounding-error`: five views of one chain of generations, side by side, at the
/// generations asked for and along a curve up to the last of them.
public final class CompoundingErrorModel implements ScenarioModel {

    /// Steps of the curve, enough for a smooth line on any screen.
    private static final int CURVE_STEPS = 200;

    private static final double UNLUCKY = 0.05;

    @Override
    public Description description() {
        return CompoundingErrorDescription.DESCRIPTION;
    }

    @Override
    public Map<String, Value> evaluate(Assignment given) {
        double error = 1 - given.real(FIDELITY);
        var simple = new SimpleChain(error);
        var audited =
                new AuditedChain(
                        error,
                        given.real(DETECTION),
                        given.whole(AUDITS),
                        given.real(FIX),
                        given.real(RECOVERY));
        var drifting = new DriftingChain(error, given.real(GROWTH));
        var uncertain = new UncertainChain(given.real(ERROR_ALPHA), given.real(ERROR_BETA));
        var layered = new LayeredChain(error, given.real(COMMON_SHARE), given.whole(LAYERS));
        var unlucky = new SimpleChain(uncertain.errorQuantile(1 - UNLUCKY));
        var plugIn = new SimpleChain(uncertain.meanError());
        double target = given.real(TARGET);
        List<Long> generations = given.wholes(GENERATIONS);
        List<Long> curve = curve(Collections.max(generations));

        Map<String, Value> outputs = new LinkedHashMap<>();
        outputs.put("survival", aligned(simple, generations));
        outputs.put("halfLife", new Value.Real(simple.halfLife()));
        outputs.put("requiredFidelity", requiredFidelity(target, generations));
        outputs.put("maxGenerations", new Value.Real(simple.mostGenerations(target)));
        outputs.put("exactGenerations", new Value.Real(simple.exactGenerations(target)));
        outputs.put("netError", new Value.Real(audited.netError()));
        outputs.put("stationary", new Value.Real(audited.stationary()));
        outputs.put("aligned", aligned(audited, generations));
        outputs.put("meanFirstFailure", new Value.Real(audited.meanFirstFailure()));
        outputs.put("driftSurvival", aligned(drifting, generations));
        outputs.put("driftLimit", new Value.Real(drifting.limit()));
        outputs.put("uncertainSurvival", aligned(uncertain, generations));
        outputs.put("plugInSurvival", aligned(plugIn, generations));
        outputs.put("unluckySurvival", aligned(unlucky, generations));
        outputs.put("layeredFidelity", new Value.Real(layered.fidelity()));
        outputs.put("layeredSurvival", aligned(layered, generations));
        outputs.put("curveGenerations", new Value.Wholes(curve));
        outputs.put("curveSurvival", aligned(simple, curve));
        outputs.put("curveAligned", aligned(audited, curve));
        outputs.put("curveDrift", aligned(drifting, curve));
        outputs.put("curveUncertain", aligned(uncertain, curve));
        outputs.put("curveUnlucky", aligned(unlucky, curve));
        outputs.put("curveLayered", aligned(layered, curve));
        return Collections.unmodifiableMap(outputs);
    }

    private static Value aligned(Chain chain, List<Long> generations) {
        return new Value.Reals(chain.aligned(generations));
    }

    private static Value requiredFidelity(double target, List<Long> generations) {
        return new Value.Reals(
                generations.stream().map(n -> SimpleChain.requiredFidelity(target, n)).toList());
    }

    /// From none to the last generation in equal steps, each integer at most once.
    private static List<Long> curve(long last) {
        long steps = Math.min(last, CURVE_STEPS);
        return LongStream.rangeClosed(0, steps).map(step -> step * last / steps).boxed().toList();
    }
}
