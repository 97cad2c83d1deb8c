package rubicon.model.observation;

import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One value of an indicator for one subject, from one source, in the indicator's unit.
///
/// @param publishedAt when the world could know; null if not stated
/// @param startingPoint what a record run started from, where that matters
/// @param evidence address of what supports it
/// @param disputed why the value is not to be relied upon, although it was stated; null for a value
///   that nobody disputes
public record Observation(
        ObservationKey key,
        Subject subject,
        Estimate estimate,
        @Nullable Qualifier qualifier,
        ObservedOn observedOn,
        @Nullable Instant publishedAt,
        @Nullable String startingPoint,
        Evaluator evaluator,
        @Nullable String evidence,
        @Nullable String note,
        @Nullable String disputed,
        SortedMap<String, String> tags,
        Provenance provenance) {
    public Observation {
        tags = new TreeMap<>(tags);
    }

    /// The same observation with a mark, as a source or a check sets it.
    public Observation disputedBecause(String reason) {
        return new Observation(
                key,
                subject,
                estimate,
                qualifier,
                observedOn,
                publishedAt,
                startingPoint,
                evaluator,
                evidence,
                note,
                reason,
                tags,
                provenance);
    }

    /// Whether another statement says the same: value, interval, date, and why it is disputed.
    /// Names, notes and provenance may differ; a restatement of them alone is no revision.
    public boolean statesTheSameAs(Observation other) {
        return estimate.value() == other.estimate.value()
                && Objects.equals(estimate.low(), other.estimate.low())
                && Objects.equals(estimate.high(), other.estimate.high())
                && observedOn.equals(other.observedOn)
                && Objects.equals(disputed, other.disputed);
    }
}
