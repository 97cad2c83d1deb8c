package rubicon.ui.indicator;

import java.util.List;
import java.util.Optional;
import rubicon.model.wire.CategoryPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;

/// What the list of indicators asks the ingest service for.
record IndicatorsData(
        Answer<List<IndicatorPayload>> indicators, Answer<List<CategoryPayload>> categories) {

    static IndicatorsData load(IngestClient ingest) {
        return new IndicatorsData(ingest.indicators(), ingest.categories());
    }

    boolean mayComeLater() {
        return indicators.mayComeLater() || categories.mayComeLater();
    }

    /// The first thing that failed, in words.
    Optional<String> failure() {
        if (indicators instanceof Answer.Failed<List<IndicatorPayload>>(Failure failure)) {
            return Optional.of(failure.message());
        }
        if (categories instanceof Answer.Failed<List<CategoryPayload>>(Failure failure)) {
            return Optional.of("The kinds of work are not available: " + failure.message());
        }
        return Optional.empty();
    }
}
