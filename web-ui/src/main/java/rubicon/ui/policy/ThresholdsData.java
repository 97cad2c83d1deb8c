package rubicon.ui.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.ui.chronicle.Entries;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;

/// What the page of thresholds asks the ingest service for.
record ThresholdsData(
        Answer<List<PolicyThresholdPayload>> thresholds, Answer<List<IndicatorPayload>> catalogue)
        implements ThresholdCard.Catalogue {

    static ThresholdsData load(IngestClient ingest) {
        return new ThresholdsData(ingest.policyThresholds(Optional.empty()), ingest.indicators());
    }

    boolean mayComeLater() {
        return thresholds.mayComeLater() || catalogue.mayComeLater();
    }

    Optional<String> failure() {
        return Stream.of(thresholds, catalogue)
                .filter(answer -> answer instanceof Answer.Failed<?>)
                .findFirst()
                .map(answer -> ((Answer.Failed<?>) answer).failure())
                .map(Failure::message);
    }

    @Override
    public Optional<IndicatorPayload> indicator(String id) {
        return catalogue.orElse(List.of()).stream().filter(it -> id.equals(it.id())).findFirst();
    }

    @Override
    public Optional<String> threshold(String id) {
        return thresholds.orElse(List.of()).stream()
                .filter(it -> id.equals(it.id()))
                .map(it ->
                        Stream.of(Entries.text(it.level()), Entries.text(it.version()))
                                .filter(part -> !part.isEmpty())
                                .reduce((level, version) -> level + " (" + version + ")")
                                .orElse(id))
                .findFirst();
    }
}
