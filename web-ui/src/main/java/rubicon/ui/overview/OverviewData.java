package rubicon.ui.overview;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.Ledger;
import rubicon.ui.shell.SubjectNames;

/// What the overview asks the ingest service for.
///
/// @param ledgers of the indicators that the overview shows, for their points and their corrections
record OverviewData(
        Answer<List<IndicatorPayload>> catalogue,
        Map<String, Answer<Ledger>> ledgers,
        Answer<List<LedgerRowPayload>> releases,
        Answer<List<RulePayload>> rules) {

    static OverviewData load(IngestClient ingest, List<String> shown) {
        Map<String, Answer<Ledger>> ledgers = new HashMap<>();
        shown.forEach(id -> ledgers.put(id, ingest.ledger(id, Optional.empty())));
        return new OverviewData(
                ingest.indicators(), ledgers, ingest.releases(), ingest.rules(shown.getFirst()));
    }

    boolean mayComeLater() {
        return catalogue.mayComeLater() || releases.mayComeLater() || rules.mayComeLater();
    }

    /// Why the list of what changed is not complete, in words.
    Optional<String> failure() {
        return releases instanceof Answer.Failed<List<LedgerRowPayload>>(Failure why)
                ? Optional.of(why.message())
                : Optional.empty();
    }

    List<LedgerRowPayload> rows(String indicator) {
        Answer<Ledger> ledger = ledgers.get(indicator);
        return ledger == null ? List.of() : ledger.orElse(Ledger.empty()).rows();
    }

    /// What arrived, and what was corrected or withdrawn later; each row once.
    List<LedgerRowPayload> changes() {
        Map<String, LedgerRowPayload> byId = new LinkedHashMap<>();
        releases.orElse(List.of()).forEach(row -> byId.put(row.id(), row));
        ledgers.keySet().stream()
                .flatMap(id -> rows(id).stream())
                .filter(row -> row.revision() > 1)
                .forEach(row -> byId.put(row.id(), row));
        return List.copyOf(byId.values());
    }

    /// Titles by id.
    Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        for (IndicatorPayload each : catalogue.orElse(List.of())) {
            if (each.id() != null && each.title() != null) {
                titles.put(each.id(), each.title());
            }
        }
        return titles;
    }

    /// How the subjects of each indicator are named, by its id.
    ///
    /// @param states as they are now
    Map<String, SubjectNames> names(List<IndicatorStatePayload> states) {
        List<LedgerRowPayload> changes = changes();
        Map<String, SubjectNames> names = new HashMap<>();
        for (IndicatorPayload each : catalogue.orElse(List.of())) {
            String id = String.valueOf(each.id());
            names.put(
                    id,
                    SubjectNames.of(
                            each,
                            Stream.concat(
                                    states.stream()
                                            .filter(it -> it.indicator().equals(id))
                                            .flatMap(SubjectNames::subjects),
                                    changes.stream()
                                            .filter(it -> it.indicator().equals(id))
                                            .map(LedgerRowPayload::subject))));
        }
        return names;
    }

    Optional<IndicatorPayload> indicator(String id) {
        return catalogue.orElse(List.of()).stream()
                .filter(each -> id.equals(each.id()))
                .findFirst();
    }
}
