package rubicon.model.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long the silence of an indicator's sources is tolerated.
public final class Staleness {
    private Staleness() {}

    /// From when on the standing values of an indicator count as stale, unless something new is
    /// stated before: the newest time at which a source stated what stands, plus the tolerance that
    /// the catalogue declares.
    ///
    /// @return empty where nothing stands, or where the catalogue tolerates any silence
    public static Optional<Instant> dueAt(Standing standing) {
        Duration tolerance = standing.indicator().staleAfter();
        return tolerance == null
                ? Optional.empty()
                : standing.lastStatedAt().map(newest -> newest.plus(tolerance));
    }
}
