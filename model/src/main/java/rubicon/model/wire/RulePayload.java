package rubicon.model.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule as REST takes and answers it. Durations are ISO 8601.
///
/// @param why what makes this worth an alert, for the reader of one
/// @param version set by the service
/// @param createdAt when this version was made; set by the service
public record RulePayload(
        @Nullable String id,
        @Nullable String title,
        @Nullable String why,
        @Nullable String indicator,
        @Nullable ConditionPayload condition,
        @Nullable List<SeverityPayload> severities,
        @Nullable String noData,
        @Nullable Map<String, String> labels,
        @Nullable Boolean enabled,
        @Nullable Integer version,
        @Nullable Instant createdAt) {

    /// What is compared, and how.
    public record ConditionPayload(@Nullable String kind, @Nullable String op) {}

    /// One severity of a rule with its own pair of thresholds and its patience.
    public record SeverityPayload(
            @Nullable String name,
            @Nullable Double fire,
            @Nullable Double recover,
            @Nullable String pending,
            @Nullable String keepFiring) {}
}
