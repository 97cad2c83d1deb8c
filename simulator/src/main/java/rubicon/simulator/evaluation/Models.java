package rubicon.simulator.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.applepicking.ApplePickingModel;
import rubicon.simulator.scenario.arrivalhazard.ArrivalModel;
import rubicon.simulator.scenario.capabilityindex.CapabilityIndexModel;
import rubicon.simulator.scenario.compoundingerror.CompoundingErrorModel;
import rubicon.simulator.scenario.researchloop.ResearchLoopModel;
import rubicon.simulator.scenario.saturation.SaturationModel;
import rubicon.simulator.scenario.scurves.SCurvesModel;
import rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerModel;
import rubicon.simulator.scenario.takeoff.TakeoffModel;
import rubicon.simulator.scenario.timehorizon.TimeHorizonModel;

/// All scenario models.
@ApplicationScoped
public class Models {
    private final List<ScenarioModel> models =
            List.of(
                    new ApplePickingModel(),
                    new ArrivalModel(),
                    new CapabilityIndexModel(),
                    new CompoundingErrorModel(),
                    new ResearchLoopModel(),
                    new SCurvesModel(),
                    new SaturationModel(),
                    new SpeedrunLedgerModel(),
                    new TakeoffModel(),
                    new TimeHorizonModel());

    public List<ScenarioModel> all() {
        return models;
    }

    public Optional<ScenarioModel> find(String id) {
        return models.stream().filter(it -> it.description().id().value().equals(id)).findFirst();
    }
}
