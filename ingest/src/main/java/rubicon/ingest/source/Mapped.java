package rubicon.ingest.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
/// @param drifted files that do not have the form that the connector reads, by their paths, with
///   what is wrong with each; nothing of them was mapped, and nothing of them is gone
public record Mapped(
        List<ObservationPayload> observations,
        List<Withdrawal> withdrawals,
        List<ChroniclePayload> entries,
        List<EvalRunPayload> runs,
        List<Refused> refused,
        List<String> passedOver,
        SortedMap<String, String> drifted) {
    public Mapped {
        observations = List.copyOf(observations);
        withdrawals = List.copyOf(withdrawals);
        entries = List.copyOf(entries);
        runs = List.copyOf(runs);
        refused = List.copyOf(refused);
        passedOver = List.copyOf(passedOver);
        drifted = Collections.unmodifiableSortedMap(new TreeMap<>(drifted));
    }

    /// With nothing passed over, and every file of its form.
    public Mapped(
            List<ObservationPayload> observations,
            List<Withdrawal> withdrawals,
            List<ChroniclePayload> entries,
            List<EvalRunPayload> runs,
            List<Refused> refused) {
        this(observations, withdrawals, entries, runs, refused, List.of(), new TreeMap<>());
    }

    /// Observations alone.
    public Mapped(List<ObservationPayload> observations, List<Refused> refused) {
        this(observations, List.of(), List.of(), List.of(), refused);
    }

    /// The same with other observations, in place of each.
    Mapped with(UnaryOperator<ObservationPayload> other) {
        return new Mapped(
                observations.stream().map(other).toList(),
                withdrawals,
                entries,
                runs,
                refused,
                passedOver,
                drifted);
    }

    /// How much of what was passed over is told in an answer.
    public static final int MOST_TOLD = 100;

    private static final int MOST_FILES_TOLD = 10;

    /// What was passed over, of too much only the beginning.
    public List<String> told() {
        if (passedOver.size() <= MOST_TOLD) {
            return passedOver;
        }
        List<String> told = new ArrayList<>(passedOver.subList(0, MOST_TOLD - 1));
        told.add("and %d more".formatted(passedOver.size() - told.size()));
        return told;
    }

    /// What is wrong with the files that drifted, of too many only the beginning; empty if none
    /// did.
    Optional<DriftException> drift() {
        if (drifted.isEmpty()) {
            return Optional.empty();
        }
        String told =
                drifted.entrySet().stream()
                        .limit(MOST_FILES_TOLD)
                        .map(it -> it.getKey() + ": " + it.getValue())
                        .collect(Collectors.joining("; "));
        int more = drifted.size() - MOST_FILES_TOLD;
        return Optional.of(
                new DriftException(
                        more > 0 ? "%s; and %d more files".formatted(told, more) : told));
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
