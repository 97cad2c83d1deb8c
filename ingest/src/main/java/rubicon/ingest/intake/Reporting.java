package rubicon.ingest.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.intake.ReceiptService.Receipt;
import rubicon.ingest.platform.JsonFault;
import rubicon.ingest.platform.Problem;
import rubicon.ingest.platform.Problem.FieldProblem;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.ledger.Violation;

/// Takes what is reported over REST: checked as a whole, then published like everybody else's.
@ApplicationScoped
public class Reporting {
    private static final int LIMIT = 10_000;

    private final EventPublisher publisher;
    private final ReceiptService receipts;
    private final ObjectMapper json;
    private final InstantSource time;

    Reporting(
            EventPublisher publisher,
            ReceiptService receipts,
            ObjectMapper json,
            InstantSource time) {
        this.publisher = publisher;
        this.receipts = receipts;
        this.json = json;
        this.time = time;
    }

    /// Checks one payload of a call and makes its event.
    @FunctionalInterface
    public interface Door<T> {
        Reported check(T payload, Instant now);
    }

    /// What a payload turned out to be.
    public sealed interface Reported {}

    /// It can be published.
    public record Good(Outgoing event) implements Reported {}

    /// It is at fault.
    public record Bad(List<Violation> violations) implements Reported {
        public Bad {
            violations = List.copyOf(violations);
        }
    }

    /// Takes one payload or an array of them. Nothing is published where one is at fault; after a
    /// failure of the broker a repeat of the call completes it without doubles, if `statedAt` is
    /// given.
    ///
    /// @param what the payloads are, in plural
    /// @param origin source of the events
    public <T> Response take(
            @Nullable JsonNode body, String what, String origin, Class<T> type, Door<T> door)
            throws InterruptedException {
        Instant now = now();
        List<FieldProblem> problems = new ArrayList<>();
        List<Outgoing> events = new ArrayList<>();
        payloads(body, what)
                .forEach((place, node) -> {
                    String prefix = place.isEmpty() ? "" : place + ".";
                    switch (read(node, type, door, now)) {
                        case Good(Outgoing event) -> events.add(event);
                        case Bad(List<Violation> violations) ->
                                violations.forEach(it ->
                                        problems.add(
                                                new FieldProblem(
                                                        prefix + it.field(), it.message())));
                    }
                });
        if (!problems.isEmpty()) {
            throw ProblemException.refused(problems);
        }
        return publish(events, origin);
    }

    /// The moment of a call, as exactly as it is kept.
    Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// The payloads of a call by their places: `[0]` and so on of an array, nothing of one object.
    ///
    /// @throws ProblemException if it is neither, or an array of none or of too many
    static Map<String, JsonNode> payloads(@Nullable JsonNode body, String what) {
        if (body == null || (!body.isArray() && !body.isObject())) {
            throw ProblemException.refused("body", "is neither a JSON object nor an array");
        }
        if (body.isObject()) {
            return Map.of("", body);
        }
        checkSize(body.size(), what);
        Map<String, JsonNode> payloads = new LinkedHashMap<>();
        for (int i = 0; i < body.size(); i++) {
            payloads.put("[%d]".formatted(i), body.get(i));
        }
        return payloads;
    }

    /// @throws ProblemException if a call holds none or too many
    static void checkSize(long size, String what) {
        if (size == 0 || size > LIMIT) {
            throw ProblemException.refused(
                    "body", "holds %d %s, allowed are 1 to %d".formatted(size, what, LIMIT));
        }
    }

    /// Publishes what was checked, and answers with the receipt of it.
    ///
    /// @param origin source of the events
    public Response publish(List<Outgoing> events, String origin) throws InterruptedException {
        Receipt receipt = receipts.issue(events.stream().map(Outgoing::key).toList(), origin);
        publish(events);
        return Response.accepted(receipt)
                .location(URI.create("/api/v1/receipts/" + receipt.id()))
                .build();
    }

    private <T> Reported read(JsonNode node, Class<T> type, Door<T> door, Instant now) {
        try {
            T payload = json.treeToValue(node, type);
            return payload == null
                    ? new Bad(List.of(new Violation("body", "is null")))
                    : door.check(payload, now);
        } catch (JsonProcessingException e) {
            JsonFault fault = JsonFault.of(e);
            return new Bad(List.of(new Violation(fault.field(), fault.message())));
        }
    }

    private void publish(List<Outgoing> events) throws InterruptedException {
        try {
            publisher.publish(events);
        } catch (KafkaException e) {
            throw new ProblemException(
                    Problem.of(
                            503,
                            "Kafka is not reachable",
                            "a part may have been taken; repeat the call"));
        }
    }
}
