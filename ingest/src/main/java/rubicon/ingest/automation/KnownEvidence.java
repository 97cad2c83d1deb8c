package rubicon.ingest.automation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Revision;
import rubicon.model.observation.Observation;

/// What indicators say, read clean as rules read it.
@ApplicationScoped
class KnownEvidence {
    private final LedgerService ledger;
    private final LedgerMemo<Evidence> memo;

    KnownEvidence(CatalogueService catalogue, LedgerService ledger) {
        this.ledger = ledger;
        this.memo = new LedgerMemo<>(catalogue, ledger, this::read);
    }

    /// What an indicator said at a moment, by its entry at that moment.
    ///
    /// @param moment at which all rows are visible
    Evidence at(IndicatorId id, Instant moment) {
        return memo.at(id, moment);
    }

    private Evidence read(Indicator indicator, Instant moment) {
        Standing clean = ledger.standing(indicator, moment).standing().read(SeriesReading.CLEAN);
        return new Evidence(indicator, clean.best().map(it -> best(it, clean, moment)));
    }

    private Evidence.Best best(Result best, Standing clean, Instant moment) {
        Observation told = observation(best, moment);
        Instant newest =
                clean.series().stream()
                        .map(Result::knownAt)
                        .max(Instant::compareTo)
                        .orElse(best.knownAt());
        return new Evidence.Best(
                best,
                told == null ? clean.indicator().evaluator() : told.evaluator(),
                told == null ? null : told.evidence(),
                newest);
    }

    /// The row with what its source has said of it since: who measured, and the flags.
    private @Nullable Observation observation(Result result, Instant moment) {
        for (Revision it : ledger.history(result.key(), moment).revisions()) {
            if (it.statement().id().equals(result.row())
                    && it.statement().content() instanceof Reported(Observation told)) {
                return told;
            }
        }
        return null;
    }
}
