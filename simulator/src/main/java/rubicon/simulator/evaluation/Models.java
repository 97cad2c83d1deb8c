package rubicon.simulator.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.compoundingerror.CompoundingErrorModel;

/// All scenario models.
@ApplicationScoped
class Models {
    private final List<ScenarioModel> models = List.of(new CompoundingErrorModel());

    List<ScenarioModel> all() {
        return models;
    }

    Optional<ScenarioModel> find(String id) {
        return models.stream().filter(it -> it.description().id().value().equals(id)).findFirst();
    }
}
