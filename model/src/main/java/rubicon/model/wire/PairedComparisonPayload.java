package rubicon.model.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;

/// Two agents on the tasks that both were given: the answer of `/indicators/{id}/comparison`. What
/// is null has its reason in `reasons`, by the field's name.
///
/// @param suite whose runs are compared
/// @param asOf the moment that was answered for; null for now
/// @param a the first agent
/// @param b the second agent
/// @param difference mean score of the first less that of the second, over shared tasks
/// @param standardError of it, by families of tasks
/// @param p chance of a difference at least as large, either way, if there is none
/// @param tasks that both were given
/// @param families of those tasks; a task without one is a family by itself
/// @param agents whose runs the suite holds
public record PairedComparisonPayload(
        String indicator,
        String suite,
        @Nullable Instant asOf,
        ComparedPayload a,
        ComparedPayload b,
        @Nullable EstimatePayload difference,
        @Nullable Double standardError,
        @Nullable Double p,
        int tasks,
        int families,
        List<String> agents,
        Map<String, String> reasons) {

    /// One of the two.
    ///
    /// @param score mean over shared tasks; null without any
    /// @param runs at shared tasks
    /// @param otherTasks tasks that only this one was given
    public record ComparedPayload(
            String agent, @Nullable Double score, long runs, int otherTasks) {}
}
