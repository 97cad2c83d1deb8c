package rubicon.model.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rubicon.model.chronicle.EntryKind;

/// What is told over Kafka and REST and is no observation. What a reader is answered also carries
/// `revision`, `statedAt` and `recordedAt`; of what is sent they are not part, but `statedAt`,
/// which says over REST when the source told it.
public sealed interface ChroniclePayload
        permits MilestonePayload, PolicyThresholdPayload, ForecastEntryPayload {

    /// Lower-case words joined by `-`; names the entry within its source.
    @Nullable String id();

    /// Who tells it. Sources never revise each other.
    @Nullable String source();

    /// When the source told it; over Kafka the event's `time` counts instead.
    @Nullable Instant statedAt();

    /// The same as a revision of the chronicle.
    ChroniclePayload answered(int revision, Instant statedAt, Instant recordedAt);

    /// The kind of entry that this is.
    default EntryKind entryKind() {
        return switch (this) {
            case MilestonePayload _ -> EntryKind.MILESTONE;
            case PolicyThresholdPayload _ -> EntryKind.POLICY_THRESHOLD;
            case ForecastEntryPayload _ -> EntryKind.FORECAST;
        };
    }

    /// The type of the event that tells it.
    default EventType eventType() {
        return switch (this) {
            case MilestonePayload _ -> EventType.MILESTONE_REPORTED;
            case PolicyThresholdPayload _ -> EventType.POLICY_THRESHOLD_REPORTED;
            case ForecastEntryPayload _ -> EventType.FORECAST_REPORTED;
        };
    }
}
