package rubicon.model.recordledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Actor;

/// A row of a ledger of records.
///
/// @param id upstream's own, not always unique
/// @param value lower is better, above 0; where higher is better, take 1/value
/// @param actor who is credited: a judgement
/// @param doubt of that credit; null where nobody doubts it
public record Entry(
        String id,
        LocalDate date,
        double value,
        Actor actor,
        Kind kind,
        Scope scope,
        @Nullable Doubt doubt) {
    public Entry {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("%s: %s is not above 0".formatted(id, value));
        }
    }

    /// A row whose credit nobody doubts.
    public Entry(String id, LocalDate date, double value, Actor actor, Kind kind, Scope scope) {
        this(id, date, value, actor, kind, scope, null);
    }

    /// What a row is.
    public enum Kind {
        /// Somebody was better than all before.
        RECORD,
        /// New rules, hardware or libraries: a new baseline, and no progress.
        RETIMING
    }

    /// How much came in one row.
    public enum Scope {
        ONE_IDEA,
        /// Several edits under one number: how deep each went is not known.
        BUNDLE
    }
}
