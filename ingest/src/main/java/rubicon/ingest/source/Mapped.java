package rubicon.ingest.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

/// What a connector made of a delivery.
///
/// @param withdrawals of observations that the upstream says are void; one of an observation that
///   nobody reported is passed over
/// @param entries milestones, policy thresholds and people's forecasts
/// @param runs single attempts at tasks
/// @param refused rows that could not be mapped; they hinder no other
/// @param passedOver what is there and was not read, each in words: fields that nobody knows,
///   results that the source does not want
public record Mapped(
        List<ObservationPayload> observations,
        List<Withdrawal> withdrawals,
        List<ChroniclePayload> entries,
        List<EvalRunPayload> runs,
        List<Refused> refused,
        List<String> passedOver) {
    public Mapped {
        observations = List.copyOf(observations);
        withdrawals = List.copyOf(withdrawals);
        entries = List.copyOf(entries);
        runs = List.copyOf(runs);
        refused = List.copyOf(refused);
        passedOver = List.copyOf(passedOver);
    }

    /// With nothing passed over.
    public Mapped(
            List<ObservationPayload> observations,
            List<Withdrawal> withdrawals,
            List<ChroniclePayload> entries,
            List<EvalRunPayload> runs,
            List<Refused> refused) {
        this(observations, withdrawals, entries, runs, refused, List.of());
    }

    /// Observations alone.
    public Mapped(List<ObservationPayload> observations, List<Refused> refused) {
        this(observations, List.of(), List.of(), List.of(), refused);
    }

    /// How much of what was passed over is told in an answer.
    public static final int MOST_TOLD = 100;

    /// What was passed over, of too much only the beginning.
    public List<String> told() {
        if (passedOver.size() <= MOST_TOLD) {
            return passedOver;
        }
        List<String> told = new ArrayList<>(passedOver.subList(0, MOST_TOLD - 1));
        told.add("and %d more".formatted(passedOver.size() - told.size()));
        return told;
    }

    /// How many rows were mapped.
    int size() {
        return observations.size() + entries.size() + runs.size();
    }

    /// That a source took an observation back.
    ///
    /// @param statedAt when it did
    public record Withdrawal(RetractionPayload retraction, Instant statedAt) {}

    /// A row that could not be mapped.
    ///
    /// @param externalId the upstream's key of the row: it is bad, but not gone
    /// @param violation with the path of the field at fault
    public record Refused(String externalId, Violation violation) {}
}
