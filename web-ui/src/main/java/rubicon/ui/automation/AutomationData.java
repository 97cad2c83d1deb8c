package rubicon.ui.automation;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import rubicon.model.wire.AutomationIndexPayload;
import rubicon.model.wire.CapabilityIndexPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;

/// What the page asks the ingest service for.
///
/// @param asOf what was asked for; empty for now
record AutomationData(
        Optional<Instant> asOf,
        Answer<AutomationIndexPayload> index,
        Answer<CapabilityIndexPayload> capability) {

    static AutomationData load(IngestClient ingest, Optional<Instant> asOf) {
        return new AutomationData(asOf, ingest.automationIndex(asOf), ingest.capabilityIndex(asOf));
    }

    boolean mayComeLater() {
        return index.mayComeLater() || capability.mayComeLater();
    }

    /// The first thing that failed, in words.
    Optional<String> failure() {
        return Stream.of(index, capability)
                .flatMap(it ->
                        it instanceof Answer.Failed<?>(Failure failure)
                                ? Stream.of(failure.message())
                                : Stream.empty())
                .findFirst();
    }
}
