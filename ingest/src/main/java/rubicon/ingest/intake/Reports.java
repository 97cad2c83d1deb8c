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
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.platform.JsonFault;
import rubicon.ingest.platform.Problem.FieldProblem;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.ledger.Violation;

/// What one call states, and what is wrong with it. Said twice, the same is one; two that state
/// something else of one thing at one moment contradict each other, for nothing tells which is the
/// later.
///
/// @param <P> the form in which it is stated
final class Reports<P> {
    private final ObjectMapper json;
    private final Class<P> type;
    private final Door<P> door;
    private final String what;
    private final Instant now;
    private final Set<FieldProblem> problems = new LinkedHashSet<>();
    private final Map<Stated, Report> reports = new LinkedHashMap<>();

    /// @param what it speaks of, in a word
    /// @param now moment of the call, which counts for what does not say when it was stated
    Reports(ObjectMapper json, Class<P> type, Door<P> door, String what, Instant now) {
        this.json = json;
        this.type = type;
        this.door = door;
        this.what = what;
        this.now = now;
    }

    /// Checks what is stated.
    interface Door<P> {
        /// When it says that it was stated.
        @Nullable Instant statedAt(P payload);

        /// What becomes of it.
        Checked check(P payload, Instant statedAt, Instant now);
    }

    /// What became of a payload at the door.
    sealed interface Checked {}

    /// It may enter.
    ///
    /// @param subject what it speaks of
    /// @param content what it says of that
    record Valid(Object subject, Object content, Outgoing event) implements Checked {}

    /// It may not.
    record Refused(List<Violation> violations) implements Checked {
        Refused {
            violations = List.copyOf(violations);
        }
    }

    private record Stated(Object subject, Instant statedAt) {}

    private record Report(String place, Valid valid) {}

    /// Checks one payload.
    ///
    /// @param place in the call, such as `[0]`; empty for a call that has but one
    void add(JsonNode node, String place) {
        if (!node.isObject()) {
            problem(place, "", "must be a JSON object");
            return;
        }
        try {
            add(json.treeToValue(node, type), place);
        } catch (JsonProcessingException e) {
            fault(place, JsonFault.of(e));
        }
    }

    /// Notes that there is something that cannot be read.
    void fault(String place, JsonFault fault) {
        problem(place, fault.field(), fault.message());
    }

    /// What is to be published.
    ///
    /// @throws ProblemException if anything is at fault; all of it is named
    List<Outgoing> events() {
        if (!problems.isEmpty()) {
            throw ProblemException.refused(List.copyOf(problems));
        }
        return reports.values().stream().map(it -> it.valid().event()).toList();
    }

    private void add(P payload, String place) {
        Instant said = door.statedAt(payload);
        Instant statedAt = (said == null ? now : said).truncatedTo(ChronoUnit.MICROS);
        switch (door.check(payload, statedAt, now)) {
            case Refused(var violations) ->
                    violations.forEach(it -> problem(place, it.field(), it.message()));
            case Valid valid -> {
                Report before =
                        reports.putIfAbsent(
                                new Stated(valid.subject(), statedAt), new Report(place, valid));
                if (before != null && !before.valid().content().equals(valid.content())) {
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
                "states something else than %s of the same %s at the same statedAt"
                        .formatted(other, what));
    }

    private void problem(String place, String field, String message) {
        String path = place.isEmpty() || field.isEmpty() ? place + field : place + "." + field;
        problems.add(new FieldProblem(path.isEmpty() ? "body" : path, message));
    }
}
