package rubicon.ui.milestone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;

/// What the page of milestones asks the ingest service for.
///
/// @param catalogue for the titles of indicators only; without it their ids stand
record MilestonesData(
        Answer<List<MilestonePayload>> milestones, Answer<List<IndicatorPayload>> catalogue) {

    static MilestonesData load(IngestClient ingest) {
        return new MilestonesData(ingest.milestones(Optional.empty()), ingest.indicators());
    }

    boolean mayComeLater() {
        return milestones.mayComeLater() || catalogue.mayComeLater();
    }

    Optional<String> failure() {
        return milestones instanceof Answer.Failed<?>(Failure failure)
                ? Optional.of(failure.message())
                : Optional.empty();
    }

    /// The indicators' titles by their ids.
    Map<String, String> titles() {
        Map<String, String> titles = new TreeMap<>();
        for (IndicatorPayload it : catalogue.orElse(List.of())) {
            if (it.id() != null && it.title() != null) {
                titles.put(it.id(), it.title());
            }
        }
        return titles;
    }
}
