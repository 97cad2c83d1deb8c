package rubicon.model.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an evaluation could read.
public sealed interface Reading {

    /// A value.
    ///
    /// @param value in the indicator's unit, finite
    /// @param observations ids of the ledger rows that it rests on
    /// @param newestRecordedAt ledger time of the newest row that had a part in it, retractions
    ///   included; a breach or a clearance begins only when this moves on
    /// @param olderThanRule whether the value stood already when the rule was made
    /// @param incomparable whether other mathematics computed it than what was read before: a
    ///   breach is then no news, of whatever severity
    /// @param correction what a correction shows of the past; null if none did
    record Usable(
            double value,
            List<String> observations,
            Instant newestRecordedAt,
            boolean olderThanRule,
            boolean incomparable,
            @Nullable Correction correction)
            implements Reading {
        public Usable {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value must be finite, not " + value);
            }
            observations = List.copyOf(observations);
        }
    }

    /// None.
    ///
    /// @param health why not; never `OK`
    record Unusable(Health health) implements Reading {
        public Unusable {
            if (health == Health.OK) {
                throw new IllegalArgumentException("a reading of health OK has a value");
            }
        }
    }

    /// What a correction shows of the past.
    ///
    /// @param validTime when the value was so
    /// @param value the farthest into the breach that the corrected past was, finite
    /// @param stillBreached whether no clearance has followed it
    record Correction(Instant validTime, double value, boolean stillBreached) {
        public Correction {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value must be finite, not " + value);
            }
        }
    }
}
