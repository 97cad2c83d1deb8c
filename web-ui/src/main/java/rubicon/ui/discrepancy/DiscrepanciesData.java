package rubicon.ui.discrepancy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rubicon.model.wire.DisagreementPayload;
import rubicon.model.wire.DiscrepancyPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;

/// What the page asks the ingest service for.
record DiscrepanciesData(
        Answer<List<DisagreementPayload>> found, Answer<List<DiscrepancyPayload>> documented) {

    static DiscrepanciesData load(IngestClient ingest) {
        return new DiscrepanciesData(
                ingest.disagreements(Optional.empty()),
                ingest.documentedDiscrepancies(Optional.empty()));
    }

    boolean mayComeLater() {
        return found.mayComeLater() || documented.mayComeLater();
    }

    /// The first thing that failed, in words.
    Optional<String> failure() {
        return Stream.of(found, documented)
                .flatMap(it ->
                        it instanceof Answer.Failed<?>(Failure failure)
                                ? Stream.of(failure.message())
                                : Stream.empty())
                .findFirst();
    }
}
