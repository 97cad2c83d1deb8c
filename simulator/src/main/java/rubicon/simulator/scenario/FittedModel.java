package rubicon.simulator.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A model that reads a table first, at some cost, and then asks what follows. Where nothing of the
/// table is drawn, many runs read it once.
///
/// @param <F> what the table says
public interface FittedModel<F> extends ScenarioModel {

    /// Names of the parameters that [#fit] reads.
    Set<String> fittedFrom();

    /// Reads the table.
    F fit(Assignment given);

    /// One run.
    ///
    /// @param fitted what [#fit] says of this assignment
    Map<String, Value> evaluate(Assignment given, F fitted);

    @Override
    default Map<String, Value> evaluate(Assignment given) {
        return evaluate(given, fit(given));
    }

    @Override
    default Sampler sampler(Assignment base, List<Slot> drawn, List<Series> series) {
        if (drawn.stream().anyMatch(it -> fittedFrom().contains(it.parameter()))) {
            return ScenarioModel.super.sampler(base, drawn, series);
        }
        F fitted = fit(base);
        FittedModel<F> model = this;
        ScenarioModel held =
                new ScenarioModel() {
                    @Override
                    public Description description() {
                        return model.description();
                    }

                    @Override
                    public Map<String, Value> evaluate(Assignment given) {
                        return model.evaluate(given, fitted);
                    }
                };
        return held.sampler(base, drawn, series);
    }
}
