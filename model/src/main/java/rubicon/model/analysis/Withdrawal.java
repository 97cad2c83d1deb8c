package rubicon.model.analysis;

import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Content.Retracted;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Revision;
import rubicon.model.observation.Observation;
import rubicon.model.observation.RetractionReason;

/// A source took its part of a result back. What sources that the catalogue ranks after it said of
/// the same subject until then are copies of what is no more, and so is the value that was taken
/// back, whenever they say it: they count again once they state another one. Sources that the
/// catalogue ranks alike, such as those that it does not name, take nothing back of each other. A
/// duplicate that is taken back says nothing about the result.
///
/// @param of what was said last before it was taken back
/// @param at when that was stated
record Withdrawal(Result of, Instant at) {

    /// That of an observation; empty where it stands, or was taken back as a duplicate.
    static Optional<Withdrawal> of(History history) {
        return history.current()
                .filter(it ->
                        it.statement().content()
                                        instanceof Retracted(RetractionReason reason, var _)
                                && reason != RetractionReason.DUPLICATE)
                .flatMap(taken ->
                        history.revisions().reversed().stream()
                                .flatMap(it -> reported(it).stream())
                                .findFirst()
                                .map(it -> new Withdrawal(it, taken.statement().statedAt())));
    }

    private static Optional<Result> reported(Revision revision) {
        return revision.statement().content() instanceof Reported(Observation it)
                ? Optional.of(Result.of(revision, it))
                : Optional.empty();
    }

    /// A set of them.
    ///
    /// @param bySource see [Result#bySource]
    static NavigableSet<Withdrawal> set(Comparator<Result> bySource) {
        return new TreeSet<>(Comparator.comparing(Withdrawal::of, bySource));
    }

    /// Whether a value was taken back with one of these.
    static boolean reaches(
            Result value, NavigableSet<Withdrawal> withdrawals, Indicator indicator) {
        if (withdrawals.isEmpty()) {
            return false;
        }
        Comparator<Result> group = Result.group(indicator.identity());
        Withdrawal first = new Withdrawal(value.beforeAllOf(value.observedOn()), Instant.MIN);
        for (Withdrawal it : withdrawals.tailSet(first, true)) {
            if (group.compare(it.of(), value) != 0 || !it.isRankedBefore(value, indicator)) {
                return false;
            }
            if (it.isRepeatedBy(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRankedBefore(Result other, Indicator indicator) {
        return indicator.rankOf(of.key().source()) < indicator.rankOf(other.key().source());
    }

    private boolean isRepeatedBy(Result other) {
        return other.value() == of.value() || !other.statedAt().isAfter(at);
    }
}
