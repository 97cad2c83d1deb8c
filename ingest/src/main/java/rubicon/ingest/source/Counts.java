package rubicon.ingest.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.intake.Outcome;
import rubicon.model.ledger.EventKey;

/// What became of the rows of a payload: each row counts once, `read` is the sum of all but
/// `retracted`, which counts rows that are no more.
record Counts(int fresh, int revised, int unchanged, int retracted, int refused) {

    int read() {
        return fresh + revised + unchanged + refused;
    }

    /// A payload that says what the one before said.
    static Counts same(Mapped mapped) {
        return new Counts(0, 0, mapped.size(), 0, mapped.refused().size());
    }

    /// Counts the rows whose events were handled.
    ///
    /// @param refused rows that could not be mapped
    /// @param known outcomes of events that were handled before this run: no news
    /// @param handled outcomes of events that this run published
    static Counts of(
            SyncPlan plan,
            int refused,
            Map<EventKey, Outcome> known,
            Map<EventKey, Outcome> handled) {
        Tally tally = new Tally(refused);
        Set<EventKey> seen = new HashSet<>();
        for (Outgoing report : plan.reports()) {
            Outcome before = known.get(report.key());
            Outcome now = handled.get(report.key());
            boolean repeated = !seen.add(report.key());
            if (before == Outcome.REFUSED || now == Outcome.REFUSED) {
                tally.add(Outcome.REFUSED);
            } else if (before != null || (repeated && now != null)) {
                tally.add(Outcome.UNCHANGED);
            } else if (now != null) {
                tally.add(now);
            }
        }
        return tally.counts(retracted(plan.retractions(), handled));
    }

    private static int retracted(Collection<Outgoing> retractions, Map<EventKey, Outcome> handled) {
        return (int)
                retractions.stream()
                        .filter(it -> handled.get(it.key()) == Outcome.RETRACTED)
                        .count();
    }

    private static final class Tally {
        private int fresh;
        private int revised;
        private int unchanged;
        private int refused;

        Tally(int refused) {
            this.refused = refused;
        }

        void add(Outcome outcome) {
            switch (outcome) {
                case NEW -> fresh++;
                case REVISED -> revised++;
                // A retraction never has the key of a report.
                case UNCHANGED, LATE, RETRACTED -> unchanged++;
                case REFUSED -> refused++;
            }
        }

        Counts counts(int retracted) {
            return new Counts(fresh, revised, unchanged, retracted, refused);
        }
    }
}
