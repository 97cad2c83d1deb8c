package rubicon.ui.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.Ledger;

/// What the page of one alert asks the ingest service for.
///
/// @param evidence the ledger rows that the alert names
record AlertData(
        Answer<AlertPayload> alert, Optional<RulePayload> rule, List<LedgerRowPayload> evidence) {

    static AlertData load(IngestClient ingest, String id) {
        Answer<AlertPayload> alert = ingest.alert(id);
        return switch (alert) {
            case Answer.Failed<AlertPayload> failed ->
                    new AlertData(alert, Optional.empty(), List.of());
            case Answer.Ok<AlertPayload>(AlertPayload found) ->
                    new AlertData(
                            alert,
                            ingest.rule(found.rule()).map(Optional::of).orElse(Optional.empty()),
                            evidence(ingest, found));
        };
    }

    /// Whether there is no such alert.
    boolean isUnknown() {
        return alert instanceof Answer.Failed<AlertPayload>(Failure failure)
                && failure.kind() == Failure.Kind.NOT_FOUND;
    }

    private static List<LedgerRowPayload> evidence(IngestClient ingest, AlertPayload alert) {
        Set<String> named = Set.copyOf(alert.observations());
        return ingest
                .ledger(alert.indicator(), Optional.empty())
                .orElse(Ledger.empty())
                .rows()
                .stream()
                .filter(row -> named.contains(row.id()))
                .toList();
    }
}
