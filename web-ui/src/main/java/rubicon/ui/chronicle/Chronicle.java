package rubicon.ui.chronicle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;

/// All that is told in words, as one page reads it.
public record Chronicle(
        Answer<List<MilestonePayload>> milestones,
        Answer<List<PolicyThresholdPayload>> thresholds,
        Answer<List<ForecastEntryPayload>> forecasts) {
    /// Nothing is told.
    public static final Chronicle EMPTY =
            new Chronicle(
                    new Answer.Ok<>(List.of()),
                    new Answer.Ok<>(List.of()),
                    new Answer.Ok<>(List.of()));

    /// Reads it as it stands, or as it was known at a time.
    public static Chronicle load(IngestClient ingest, @Nullable Instant asOf) {
        Optional<Instant> at = Optional.ofNullable(asOf);
        return new Chronicle(
                ingest.milestones(at), ingest.policyThresholds(at), ingest.forecasts(at));
    }

    /// Whether asking again later may bring what is missing now.
    public boolean mayComeLater() {
        return milestones.mayComeLater() || thresholds.mayComeLater() || forecasts.mayComeLater();
    }

    /// The first thing that failed, in words.
    public Optional<String> failure() {
        return Stream.of(milestones, thresholds, forecasts)
                .filter(answer -> answer instanceof Answer.Failed<?>)
                .findFirst()
                .map(answer -> ((Answer.Failed<?>) answer).failure())
                .map(Failure::message)
                .map(said -> "What is told beside the values is not available: " + said);
    }
}
