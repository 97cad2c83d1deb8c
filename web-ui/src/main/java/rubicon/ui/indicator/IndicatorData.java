package rubicon.ui.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.Ledger;

/// What the page of one indicator asks the ingest service for.
///
/// @param asked the state as of the time, and of the values, that are asked for; empty when the
///   page follows the feed
record IndicatorData(
        Answer<IndicatorPayload> indicator,
        Answer<Ledger> ledger,
        Answer<List<RulePayload>> rules,
        Optional<Answer<IndicatorStatePayload>> asked) {

    static IndicatorData load(
            IngestClient ingest, String id, SeriesReading reading, @Nullable Instant asOf) {
        Optional<Instant> at = Optional.ofNullable(asOf);
        return new IndicatorData(
                ingest.indicator(id),
                ingest.ledger(id, at),
                ingest.rules(id),
                at.isEmpty() && reading == SeriesReading.COUNTED
                        ? Optional.empty()
                        : Optional.of(ingest.state(id, reading, at)));
    }

    /// Whether the catalogue has no such indicator.
    boolean isUnknown() {
        return indicator instanceof Answer.Failed<IndicatorPayload>(Failure failure)
                && failure.kind() == Failure.Kind.NOT_FOUND;
    }

    /// Whether asking again later may bring what is missing now.
    boolean mayComeLater() {
        return indicator.mayComeLater()
                || ledger.mayComeLater()
                || rules.mayComeLater()
                || asked.filter(Answer::mayComeLater).isPresent();
    }

    /// The first thing that failed, in words.
    Optional<String> failure() {
        if (indicator instanceof Answer.Failed<IndicatorPayload>(Failure failure)) {
            return Optional.of(failure.message());
        }
        if (ledger instanceof Answer.Failed<Ledger>(Failure failure)) {
            return Optional.of("The releases are not available: " + failure.message());
        }
        if (asked.isPresent()
                && asked.get() instanceof Answer.Failed<IndicatorStatePayload>(Failure failure)) {
            return Optional.of(
                    "The state that is asked for is not available: " + failure.message());
        }
        return Optional.empty();
    }
}
