package rubicon.simulator.projection;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Observation;
import rubicon.model.wire.EventType;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.SubjectPayload;
import rubicon.simulator.calibration.ReadValue;

/// Makes the event that tells a projection: of one projection always the same.
final class ProjectionEvents {
    /// Who says it.
    static final String SOURCE = "rubicon-simulator";

    private static final int LONGEST_NOTE = 900;

    private ProjectionEvents() {}

    /// A CloudEvent 1.0. What a scenario says of one day is one observation, revised when it is run
    /// anew that day.
    static ObjectNode of(ProjectionEntity made, List<ReadValue> readings, ObjectMapper json) {
        ObjectNode event = json.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", made.id.toString());
        event.put("source", SOURCE);
        event.put("type", EventType.OBSERVATION_REPORTED.type());
        event.put("time", made.madeAt.toString());
        event.put("datacontenttype", "application/json");
        event.set("data", json.valueToTree(observation(made, readings)));
        return event;
    }

    private static ObservationPayload observation(ProjectionEntity made, List<ReadValue> readings) {
        LocalDate day = LocalDate.ofInstant(made.madeAt, ZoneOffset.UTC);
        return new ObservationPayload(
                SOURCE,
                made.scenario + ":" + day,
                made.indicator,
                new SubjectPayload("scenario " + made.scenario, null, null, null, Actor.AI.name()),
                made.value,
                made.low,
                made.high,
                made.level,
                made.level == null ? null : "MONTE_CARLO",
                null,
                null,
                null,
                day,
                "DAY",
                made.madeAt,
                null,
                null,
                null,
                null,
                note(made, readings),
                null,
                null,
                Map.of(Observation.SPEC_VERSION, made.specVersion),
                new ProvenancePayload(
                        null,
                        null,
                        null,
                        SOURCE,
                        Integer.toString(made.version),
                        made.simulation.toString(),
                        "computed here"));
    }

    private static String note(ProjectionEntity made, List<ReadValue> readings) {
        String note =
                "scenario %s, version %d; read: %s"
                        .formatted(
                                made.scenario,
                                made.version,
                                readings.stream()
                                        .map(it -> "%s %s".formatted(it.parameter(), it.value()))
                                        .collect(Collectors.joining(", ")));
        return note.substring(0, Math.min(note.length(), LONGEST_NOTE));
    }
}
