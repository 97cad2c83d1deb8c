package rubicon.model.trackrecord;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import rubicon.model.ledger.History;
import rubicon.model.ledger.KnowledgeTime;
import rubicon.model.ledger.Revision;

/// What the world knew of an indicator at a time, so that history which was loaded later is
/// replayed without looking ahead.
///
/// @see KnowledgeTime
final class KnownThen {
    private KnownThen() {}

    /// Histories with only those revisions that could be known before a moment.
    static List<History> before(Collection<History> histories, Instant moment) {
        return histories.stream()
                .map(it ->
                        new History(
                                it.revisions().stream()
                                        .filter(revision ->
                                                KnowledgeTime.of(revision).isBefore(moment))
                                        .map(Revision::statement)
                                        .toList()))
                .filter(it -> !it.statements().isEmpty())
                .toList();
    }

    /// The days on which something could be known first.
    static SortedSet<LocalDate> days(Collection<History> histories) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (History history : histories) {
            for (Revision revision : history.revisions()) {
                days.add(LocalDate.ofInstant(KnowledgeTime.of(revision), ZoneOffset.UTC));
            }
        }
        return days;
    }
}
