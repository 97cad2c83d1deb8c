package rubicon.ui.alert;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.Ledger;
import rubicon.ui.shell.SubjectNames;

/// What the page of one alert asks the ingest service for.
///
/// @param evidence the ledger rows that the alert names
/// @param names of those whose values the ledger holds
record AlertData(
        Answer<AlertPayload> alert,
        Optional<RulePayload> rule,
        List<LedgerRowPayload> evidence,
        SubjectNames names) {

    static AlertData load(IngestClient ingest, String id) {
        Answer<AlertPayload> alert = ingest.alert(id);
        return switch (alert) {
            case Answer.Failed<AlertPayload> failed ->
                    new AlertData(alert, Optional.empty(), List.of(), new SubjectNames(false));
            case Answer.Ok<AlertPayload>(AlertPayload found) -> {
                List<LedgerRowPayload> rows =
                        ingest.ledger(found.indicator(), Optional.empty())
                                .orElse(Ledger.empty())
                                .rows();
                @Nullable IndicatorPayload indicator =
                        ingest.indicator(found.indicator())
                                .map(Optional::of)
                                .orElse(Optional.empty())
                                .orElse(null);
                yield new AlertData(
                        alert,
                        ingest.rule(found.rule()).map(Optional::of).orElse(Optional.empty()),
                        rows.stream().filter(it -> found.observations().contains(it.id())).toList(),
                        SubjectNames.of(indicator, rows.stream().map(LedgerRowPayload::subject)));
            }
        };
    }

    /// Whether there is no such alert.
    boolean isUnknown() {
        return alert instanceof Answer.Failed<AlertPayload>(Failure failure)
                && failure.kind() == Failure.Kind.NOT_FOUND;
    }
}
