package rubicon.ui.level;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.View;
import rubicon.model.wire.CategoryPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.ViewPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;

/// What the pages of levels ask the ingest service for.
record LevelsData(
        Answer<List<ViewPayload>> views,
        Answer<List<IndicatorPayload>> indicators,
        Answer<List<CategoryPayload>> categories) {

    static LevelsData load(IngestClient ingest) {
        return new LevelsData(ingest.views(), ingest.indicators(), ingest.categories());
    }

    /// Whether there is nothing to show.
    boolean isEmpty() {
        return levels().isEmpty() || indicators.orElse(List.of()).isEmpty();
    }

    boolean mayComeLater() {
        return Stream.of(views, indicators, categories).anyMatch(Answer::mayComeLater);
    }

    List<ViewPayload> levels() {
        return views.orElse(List.of());
    }

    Optional<ViewPayload> level(View view) {
        return levels().stream().filter(it -> view.name().equals(it.id())).findFirst();
    }

    /// The indicators of a level.
    ///
    /// @param view its id
    List<IndicatorPayload> of(@Nullable String view) {
        return indicators.orElse(List.of()).stream()
                .filter(it -> view != null && view.equals(it.view()))
                .toList();
    }

    /// The first thing that failed, in words.
    Optional<String> failure() {
        return Stream.of(views, indicators, categories)
                .flatMap(it ->
                        it instanceof Answer.Failed<?>(Failure failure)
                                ? Stream.of(failure.message())
                                : Stream.empty())
                .findFirst();
    }
}
