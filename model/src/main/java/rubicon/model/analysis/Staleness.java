package rubicon.model.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Revision;
import rubicon.model.ledger.Statement;

/// How long the silence of an indicator's sources is tolerated.
public final class Staleness {
    private Staleness() {}

    /// From when on the standing values of an indicator count as stale, unless something new is
    /// stated before: the newest time at which a source stated what stands, plus the tolerance that
    /// the catalogue declares.
    ///
    /// @param histories of the indicator
    /// @return empty where nothing stands, or where the catalogue tolerates any silence
    public static Optional<Instant> dueAt(Indicator indicator, Collection<History> histories) {
        Duration tolerance = indicator.staleAfter();
        if (tolerance == null) {
            return Optional.empty();
        }
        return histories.stream()
                .map(History::current)
                .flatMap(Optional::stream)
                .filter(it -> it.status() == Revision.Status.STANDING)
                .map(Revision::statement)
                .map(Statement::statedAt)
                .max(Comparator.naturalOrder())
                .map(newest -> newest.plus(tolerance));
    }
}
