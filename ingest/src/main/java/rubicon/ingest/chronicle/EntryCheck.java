package rubicon.ingest.chronicle;

import java.time.Instant;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.forecast.ForecastCheck;
import rubicon.model.milestone.MilestoneCheck;
import rubicon.model.policy.PolicyThresholdCheck;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.PolicyThresholdPayload;

/// Whether a payload may enter the chronicle.
public final class EntryCheck {
    private EntryCheck() {}

    /// The payload in the form in which it is kept, or its faults.
    ///
    /// @param statedAt when the source told it
    /// @param now moment of the check
    public static CheckedEntry<ChroniclePayload> check(
            ChroniclePayload payload, Instant statedAt, Instant now) {
        return switch (payload) {
            case MilestonePayload it ->
                    MilestoneCheck.check(it, statedAt, now).map(MilestonePayload::of);
            case PolicyThresholdPayload it ->
                    PolicyThresholdCheck.check(it, statedAt, now).map(PolicyThresholdPayload::of);
            case ForecastEntryPayload it ->
                    ForecastCheck.check(it, statedAt, now).map(ForecastEntryPayload::of);
        };
    }
}
