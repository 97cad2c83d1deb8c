package rubicon.simulator.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.montecarlo.SobolIndices;
import rubicon.simulator.montecarlo.Tornado;
import rubicon.simulator.simulation.Results.Bar;
import rubicon.simulator.simulation.Results.Sensitivities;
import rubicon.simulator.simulation.Results.SobolIndex;

/// The chunk of a run that asks what its outputs depend on.
final class SensitivityRun {
    private SensitivityRun() {}

    static Sensitivities of(Request request, BooleanSupplier isCancelled) {
        Plan plan = request.plan();
        List<String> inputs = plan.inputs().stream().map(it -> it.slot().toString()).toList();
        List<SobolIndex> sobol = new ArrayList<>();
        if (request.sobolPairs() > 0) {
            SobolIndices indices = SobolIndices.of(plan, request.sobolPairs(), isCancelled);
            for (int i = 0; i < inputs.size(); i++) {
                for (int k = 0; k < indices.series().size(); k++) {
                    sobol.add(
                            new SobolIndex(
                                    inputs.get(i),
                                    indices.series().get(k).output().name(),
                                    orNull(indices.first().get(i).get(k)),
                                    orNull(indices.total().get(i).get(k))));
                }
            }
        }
        Tornado tornado = Tornado.of(plan);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Tornado.Bar bar = tornado.bars().get(i);
            for (int k = 0; k < tornado.series().size(); k++) {
                bars.add(
                        new Bar(
                                inputs.get(i),
                                tornado.series().get(k).output().name(),
                                bar.low(),
                                bar.high(),
                                Results.number(bar.atLow().get(k)),
                                Results.number(tornado.middle().get(k)),
                                Results.number(bar.atHigh().get(k))));
            }
        }
        return new Sensitivities(sobol, bars);
    }

    private static @Nullable Double orNull(double number) {
        return Double.isNaN(number) ? null : number;
    }
}
