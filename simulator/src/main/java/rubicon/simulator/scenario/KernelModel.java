package rubicon.simulator.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// A model whose arithmetic is in [Kernel]s, so that an evaluation and a sample of many are the
/// same arithmetic.
public interface KernelModel extends ScenarioModel {

    /// The parts of the arithmetic, each to be made on a workspace of its own. None reads what
    /// another answers.
    ///
    /// @param given of which alone is read here, before the parts are made, what [#readBefore]
    ///   names
    List<Function<Workspace, Kernel>> kernels(Assignment given);

    /// Names of the parameters that [#kernels] reads by itself, such as a table that is fitted. If
    /// one of them is drawn, each sample is an evaluation.
    default Set<String> readBefore(Assignment given) {
        return Set.of();
    }

    @Override
    default Map<String, Value> evaluate(Assignment given) {
        Map<String, double[]> columns = Workspace.columns();
        var answers = new Answers();
        for (Function<Workspace, Kernel> part : kernels(given)) {
            var workspace = new Workspace(given, columns);
            Kernel kernel = part.apply(workspace);
            kernel.run();
            workspace.results().forEach(it -> it.into(answers));
            kernel.tell(answers);
        }
        return answers.complete(description());
    }

    @Override
    default Sampler sampler(Assignment base, List<Slot> drawn, List<Series> series) {
        return drawn.stream().anyMatch(it -> readBefore(base).contains(it.parameter()))
                ? ScenarioModel.super.sampler(base, drawn, series)
                : KernelSampler.of(this, base, drawn, series);
    }
}
