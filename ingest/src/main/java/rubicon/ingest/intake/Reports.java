package rubicon.ingest.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.platform.JsonFault;
import rubicon.ingest.platform.Problem.FieldProblem;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.ObservationCheck;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.wire.EventType;
import rubicon.model.wire.ObservationPayload;

/// The observations of one call, and what is wrong with them. Said twice, the same is one; two that
/// state something else of one observation at one moment contradict each other, for nothing tells
/// which is the later.
final class Reports {
    private final ObjectMapper json;
    private final ObservationCheck check;
    private final Instant now;
    private final Set<FieldProblem> problems = new LinkedHashSet<>();
    private final Map<Stated, Report> reports = new LinkedHashMap<>();

    Reports(ObjectMapper json, ObservationCheck check, Instant now) {
        this.json = json;
        this.check = check;
        this.now = now;
    }

    private record Stated(ObservationKey key, Instant statedAt) {}

    private record Report(String place, ObservationPayload payload, Observation observation) {}

    /// Checks an observation.
    ///
    /// @param place in an array, such as `[0]`; else empty
    void add(JsonNode node, String place) {
        if (!node.isObject()) {
            problem(place, "", "must be a JSON object");
            return;
        }
        try {
            add(json.treeToValue(node, ObservationPayload.class), place);
        } catch (JsonProcessingException e) {
            JsonFault fault = JsonFault.of(e);
            problem(place, fault.field(), fault.message());
        }
    }

    /// What is to be published.
    ///
    /// @param origin the source of the events
    /// @throws ProblemException if anything is at fault; all of it is named
    List<Outgoing> events(String origin) {
        if (!problems.isEmpty()) {
            throw ProblemException.refused(List.copyOf(problems));
        }
        return reports.entrySet().stream()
                .map(it -> event(origin, it.getKey(), it.getValue().payload()))
                .toList();
    }

    private void add(ObservationPayload payload, String place) {
        Instant stated = payload.statedAt() == null ? now : payload.statedAt();
        Instant statedAt = stated.truncatedTo(ChronoUnit.MICROS);
        switch (check.check(payload, statedAt, now)) {
            case ObservationCheck.Refused(var violations) ->
                    violations.forEach(it -> problem(place, it.field(), it.message()));
            case ObservationCheck.Valid(Observation observation) -> {
                Stated identity = new Stated(observation.key(), statedAt);
                Report report = new Report(place, payload, observation);
                Report before = reports.putIfAbsent(identity, report);
                if (before != null && !before.observation().equals(observation)) {
                    contradiction(before.place(), place);
                    contradiction(place, before.place());
                }
            }
        }
    }

    private void contradiction(String place, String other) {
        problem(
                place,
                "",
                "states something else than %s of the same observation at the same statedAt"
                        .formatted(other));
    }

    private void problem(String place, String field, String message) {
        String path = place.isEmpty() || field.isEmpty() ? place + field : place + "." + field;
        problems.add(new FieldProblem(path.isEmpty() ? "body" : path, message));
    }

    private static Outgoing event(String origin, Stated stated, ObservationPayload payload) {
        return new Outgoing(
                new EventKey(origin, EventIds.of(payload, stated.statedAt())),
                EventType.OBSERVATION_REPORTED,
                stated.statedAt(),
                stated.key().indicator().value(),
                payload);
    }
}
