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
/// @param confirmed by whom and why the value is vouched for; null if nobody confirmed it
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
        @Nullable String confirmed,
        SortedMap<String, String> tags,
        Provenance provenance) {
    /// The tag of a computed value that names the version of the mathematics: values of two
    /// versions cannot be compared.
    public static final String SPEC_VERSION = "specVersion";

    public Observation {
        tags = new TreeMap<>(tags);
    }

    /// The same observation with a mark, as a source sets it.
    ///
    /// @param reason null for none
    public Observation disputedBecause(@Nullable String reason) {
        return with(subject, evaluator, reason, confirmed, tags);
    }

    /// The same observation, vouched for.
    ///
    /// @param by whom, and why
    public Observation confirmed(String by) {
        return with(subject, evaluator, disputed, by, tags);
    }

    /// The same observation with the marks that a later statement of the same has: its tags, who
    /// measured it, and what. A flag may come after the value, and so may the name that a subject
    /// is known by.
    public Observation markedAs(Observation later) {
        return with(later.subject, later.evaluator, disputed, confirmed, later.tags);
    }

    private Observation with(
            Subject of,
            Evaluator by,
            @Nullable String doubt,
            @Nullable String voucher,
            SortedMap<String, String> marks) {
        return new Observation(
                key,
                of,
                estimate,
                qualifier,
                observedOn,
                publishedAt,
                startingPoint,
                by,
                evidence,
                note,
                doubt,
                voucher,
                marks,
                provenance);
    }

    /// Whether a later statement has the same marks.
    public boolean isMarkedAs(Observation later) {
        return tags.equals(later.tags)
                && evaluator == later.evaluator
                && subject.equals(later.subject);
    }

    /// Whether a later statement says the same: value, interval, date, and why it is disputed.
    /// Names, notes and provenance may differ; a restatement of them alone is no revision. A
    /// confirmation is one, and holds on when the source repeats the value without it.
    public boolean statesTheSameAs(Observation other) {
        return estimate.value() == other.estimate.value()
                && Objects.equals(estimate.low(), other.estimate.low())
                && Objects.equals(estimate.high(), other.estimate.high())
                && observedOn.equals(other.observedOn)
                && Objects.equals(disputed, other.disputed)
                && (other.confirmed == null || other.confirmed.equals(confirmed));
    }
}
