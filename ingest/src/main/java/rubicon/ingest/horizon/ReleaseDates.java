package rubicon.ingest.horizon;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.analysis.Result;
import rubicon.model.catalogue.DateMeaning;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.ObservedOn.Precision;
import rubicon.model.observation.Subject;

/// When models came out, by what the ledger says of them: on an indicator, else on those that are
/// its variants.
@ApplicationScoped
class ReleaseDates {
    private final CatalogueService catalogue;
    private final LedgerService ledger;

    ReleaseDates(CatalogueService catalogue, LedgerService ledger) {
        this.catalogue = catalogue;
        this.ledger = ledger;
    }

    /// A model that the ledger knows.
    record Known(String model, LocalDate releasedOn) {}

    /// Models that the ledger knew at a moment, by name in lower case.
    record Models(Map<String, Known> byName) {
        Optional<Known> find(String model) {
            return Optional.ofNullable(byName.get(fold(model)));
        }
    }

    /// The models on an indicator and its variants.
    ///
    /// @param asked null for now
    Models of(Indicator indicator, @Nullable Instant asked) {
        List<IndicatorId> ids = new ArrayList<>(List.of(indicator.id()));
        ids.addAll(indicator.variants());
        Map<String, Known> byName = new HashMap<>();
        for (IndicatorId id : ids) {
            if (catalogue.current().find(id).isEmpty()) {
                continue;
            }
            Instant moment = ledger.moment(List.of(id), asked == null ? Instant.MAX : asked);
            Indicator entry = catalogue.at(id, moment).orElseThrow();
            dates(entry, ledger.standing(entry, moment).standing().results())
                    .forEach(byName::putIfAbsent);
        }
        return new Models(byName);
    }

    /// Of a model with several dates, such as those of scaffolds that came later, the first.
    private static Map<String, Known> dates(
            Indicator indicator, SequencedCollection<Result> results) {
        Map<String, Known> byName = new HashMap<>();
        for (Result result : results) {
            Subject subject = result.subject();
            LocalDate date = date(indicator, result);
            if (date != null && !subject.model().isEmpty() && !isComputed(result)) {
                byName.merge(
                        fold(subject.model()),
                        new Known(subject.model(), date),
                        (one, other) ->
                                other.releasedOn().isBefore(one.releasedOn()) ? other : one);
            }
        }
        return byName;
    }

    /// What the house computed took its date from here, or from a run.
    private static boolean isComputed(Result it) {
        return it.key().source().equals(OwnHorizons.HOUSE);
    }

    private static @Nullable LocalDate date(Indicator indicator, Result result) {
        if (result.subject().releasedOn() != null) {
            return result.subject().releasedOn();
        }
        boolean isOfRelease =
                indicator.date() == DateMeaning.RELEASE
                        && result.observedOn().precision() == Precision.DAY;
        return isOfRelease ? result.observedOn().date() : null;
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
