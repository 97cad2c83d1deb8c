package rubicon.simulator.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.montecarlo.SobolIndices;
import rubicon.simulator.montecarlo.SobolSums;
import rubicon.simulator.montecarlo.Tornado;
import rubicon.simulator.simulation.Results.Bar;
import rubicon.simulator.simulation.Results.SobolIndex;

/// What a run's outputs depend on, as it is told.
final class SensitivityRun {
    private SensitivityRun() {}

    /// The tornado, some runs in one.
    static List<Bar> tornado(Plan plan) {
        List<String> inputs = names(plan);
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
        return bars;
    }

    /// Sobol indices from all blocks of their design.
    static List<SobolIndex> sobol(Plan plan, int pairs, List<SobolSums> blocks) {
        List<String> inputs = names(plan);
        SobolIndices indices = SobolIndices.of(plan, pairs, blocks);
        List<SobolIndex> sobol = new ArrayList<>();
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
        return sobol;
    }

    private static List<String> names(Plan plan) {
        return plan.inputs().stream().map(it -> it.slot().toString()).toList();
    }

    private static @Nullable Double orNull(double number) {
        return Double.isNaN(number) ? null : number;
    }
}
