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
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.intake.ReceiptService.Receipt;
import rubicon.ingest.platform.JsonFault;
import rubicon.ingest.platform.Problem;
import rubicon.ingest.platform.Problem.FieldProblem;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.ledger.EventKey;
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
        if (body == null || (!body.isArray() && !body.isObject())) {
            throw ProblemException.refused("body", "is neither a JSON object nor an array");
        }
        if (body.isEmpty() || (body.isArray() && body.size() > LIMIT)) {
            throw ProblemException.refused(
                    "body", "holds %d %s, allowed are 1 to %d".formatted(body.size(), what, LIMIT));
        }
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        List<FieldProblem> problems = new ArrayList<>();
        List<Outgoing> events = new ArrayList<>();
        for (int i = 0; i < (body.isArray() ? body.size() : 1); i++) {
            String prefix = body.isArray() ? "[%d].".formatted(i) : "";
            switch (read(body.isArray() ? body.get(i) : body, type, door, now)) {
                case Good(Outgoing event) -> events.add(event);
                case Bad(List<Violation> violations) ->
                        violations.forEach(it ->
                                problems.add(new FieldProblem(prefix + it.field(), it.message())));
            }
        }
        if (!problems.isEmpty()) {
            throw ProblemException.refused(problems);
        }
        List<EventKey> keys = events.stream().map(Outgoing::key).toList();
        Receipt receipt = receipts.issue(keys, origin);
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
