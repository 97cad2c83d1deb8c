package rubicon.model.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.observation.Observation;

/// When the world could know a revision, for an honest replay of history that was loaded later.
public final class KnowledgeTime {
    private KnowledgeTime() {}

    /// When the world could know a revision; of a retraction when it was stated.
    public static Instant of(Revision revision) {
        Instant statedAt = revision.statement().statedAt();
        return revision.statement().content() instanceof Reported(Observation it)
                ? of(revision.number(), it, statedAt)
                : statedAt;
    }

    /// For the first revision its publication, else the end of the period it speaks of; for a later
    /// one the later of its publication and the time it was stated.
    public static Instant of(int revision, Observation observation, Instant statedAt) {
        Instant published = observation.publishedAt();
        if (revision <= 1) {
            return published != null
                    ? published
                    : observation.observedOn().end().atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return published != null && published.isAfter(statedAt) ? published : statedAt;
    }
}
