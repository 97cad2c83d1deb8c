package rubicon.model.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule as REST takes and answers it. Durations are ISO 8601.
///
/// @param why what makes this worth an alert, for the reader of one
/// @param indicator that it watches; of a rule about the chronicle, the one that its alerts are
///   shown with
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

    /// Whether its thresholds are values of the indicator, so that they can stand beside those.
    public boolean watchesValues() {
        return condition != null
                && ("FRONTIER".equals(condition.kind()) || "LATEST".equals(condition.kind()));
    }

    /// What is compared, and how. Each kind reads some of the fields; the others are null.
    ///
    /// @param of which end of the value: `VALUE`, `LOW`, `HIGH`
    /// @param minN values of fewer cases do not count; of `RESTATED`, sources with fewer values
    /// @param consecutive how many of the newest dates must agree
    /// @param other the indicator that is compared with
    /// @param measure `DIFFERENCE` or `RATIO`
    /// @param per `FRONTIER` or `SUBJECT`
    /// @param since `RECORD` or `STATEMENT`
    /// @param window ISO 8601 duration
    /// @param milestones kinds of milestones
    /// @param entry id of an entry of the chronicle
    /// @param source who tells that entry; null for whoever does
    /// @param reading which values are asked: `CLEAN`, `COUNTED`, `STANDING`, `INDEPENDENT`
    public record ConditionPayload(
            @Nullable String kind,
            @Nullable String op,
            @Nullable String of,
            @Nullable Integer minN,
            @Nullable Integer consecutive,
            @Nullable String other,
            @Nullable String measure,
            @Nullable String per,
            @Nullable String since,
            @Nullable String window,
            @Nullable List<String> milestones,
            @Nullable String entry,
            @Nullable String source,
            @Nullable String reading) {

        /// The same with the reading that it has.
        public ConditionPayload withReading(@Nullable String read) {
            return new ConditionPayload(
                    kind,
                    op,
                    of,
                    minN,
                    consecutive,
                    other,
                    measure,
                    per,
                    since,
                    window,
                    milestones,
                    entry,
                    source,
                    read);
        }

        /// One that reads no field but these.
        public static ConditionPayload of(String kind, String op) {
            return new ConditionPayload(
                    kind, op, null, null, null, null, null, null, null, null, null, null, null,
                    null);
        }
    }

    /// One severity of a rule with its own pair of thresholds and its patience.
    public record SeverityPayload(
            @Nullable String name,
            @Nullable Double fire,
            @Nullable Double recover,
            @Nullable String pending,
            @Nullable String keepFiring) {}
}
