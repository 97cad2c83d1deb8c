package rubicon.ui.forecast;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;

/// What the page of forecasts asks the ingest service for.
record ForecastsData(
        Answer<List<ForecastEntryPayload>> forecasts, Answer<List<IndicatorPayload>> catalogue) {

    static ForecastsData load(IngestClient ingest) {
        return new ForecastsData(ingest.forecasts(Optional.empty()), ingest.indicators());
    }

    boolean mayComeLater() {
        return forecasts.mayComeLater() || catalogue.mayComeLater();
    }

    Optional<String> failure() {
        return Stream.of(forecasts, catalogue)
                .filter(answer -> answer instanceof Answer.Failed<?>)
                .findFirst()
                .map(answer -> ((Answer.Failed<?>) answer).failure())
                .map(Failure::message);
    }

    @Nullable IndicatorPayload indicator(String id) {
        return catalogue.orElse(List.of()).stream()
                .filter(it -> id.equals(it.id()))
                .findFirst()
                .orElse(null);
    }
}
