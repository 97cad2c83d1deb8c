package rubicon.ingest.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.intake.ReceiptService.Receipt;
import rubicon.ingest.platform.Problem;
import rubicon.ingest.platform.Problem.FieldProblem;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.ObservationCheck;
import rubicon.model.wire.EventType;
import rubicon.model.wire.ObservationPayload;

/// Reporting observations over REST: checked as a whole, then published like everybody else's.
@Tag(name = "Observations", description = "Reporting values")
@Path("/api/v1")
@RolesAllowed(Role.ANALYST_NAME)
public final class ObservationResource {
    private static final int LIMIT = 10_000;
    private static final String ORIGIN = "/api/v1/observations";

    private final CatalogueService catalogue;
    private final EventPublisher publisher;
    private final ReceiptService receipts;
    private final ObjectMapper json;
    private final InstantSource time;

    ObservationResource(
            CatalogueService catalogue,
            EventPublisher publisher,
            ReceiptService receipts,
            ObjectMapper json,
            InstantSource time) {
        this.catalogue = catalogue;
        this.publisher = publisher;
        this.receipts = receipts;
        this.json = json;
        this.time = time;
    }

    /// Takes one observation or an array of them. Nothing is published where one is at fault; after
    /// a failure of the broker a repeat of the call completes it without doubles, if `statedAt` is
    /// given.
    @POST
    @Path("/observations")
    @APIResponse(responseCode = "202", description = "Taken; the receipt tells what becomes of it")
    @APIResponse(responseCode = "400", description = "At fault; nothing was published")
    @APIResponse(
            responseCode = "503",
            description = "Kafka did not take all; a repeat completes it")
    public Response report(@Nullable JsonNode body) throws InterruptedException {
        if (body == null || (!body.isArray() && !body.isObject())) {
            throw ProblemException.refused("body", "is neither an observation nor an array");
        }
        if (body.isEmpty() || (body.isArray() && body.size() > LIMIT)) {
            throw ProblemException.refused(
                    "body",
                    "holds %d observations, allowed are 1 to %d".formatted(body.size(), LIMIT));
        }
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        ObservationCheck check = new ObservationCheck(catalogue.current());
        List<FieldProblem> problems = new ArrayList<>();
        List<Outgoing> events = new ArrayList<>();
        for (int i = 0; i < (body.isArray() ? body.size() : 1); i++) {
            String prefix = body.isArray() ? "[%d].".formatted(i) : "";
            JsonNode node = body.isArray() ? body.get(i) : body;
            event(node, prefix, check, now, problems, events);
        }
        if (!problems.isEmpty()) {
            throw ProblemException.refused(problems);
        }
        Receipt receipt = receipts.issue(events.stream().map(Outgoing::key).toList(), ORIGIN);
        publish(events);
        return Response.accepted(receipt)
                .location(URI.create("/api/v1/receipts/" + receipt.id()))
                .build();
    }

    /// What became of what a call has published.
    @GET
    @Path("/receipts/{id}")
    public Receipt receipt(UUID id) {
        return receipts.find(id)
                .orElseThrow(() -> ProblemException.notFound("there is no receipt " + id));
    }

    private void event(
            JsonNode node,
            String prefix,
            ObservationCheck check,
            Instant now,
            List<FieldProblem> problems,
            List<Outgoing> events) {
        ObservationPayload payload;
        try {
            payload = json.treeToValue(node, ObservationPayload.class);
        } catch (JsonProcessingException e) {
            problems.add(
                    new FieldProblem(
                            prefix + FieldPaths.of(e),
                            FieldPaths.firstLine(e.getOriginalMessage())));
            return;
        }
        if (payload == null) {
            problems.add(new FieldProblem(prefix + "body", "is null"));
            return;
        }
        Instant statedAt =
                payload.statedAt() == null
                        ? now
                        : payload.statedAt().truncatedTo(ChronoUnit.MICROS);
        switch (check.check(payload, statedAt, now)) {
            case ObservationCheck.Refused(var violations) ->
                    violations.forEach(it ->
                            problems.add(new FieldProblem(prefix + it.field(), it.message())));
            case ObservationCheck.Valid(var observation) ->
                    events.add(
                            new Outgoing(
                                    new EventKey(ORIGIN, EventIds.of(payload, statedAt)),
                                    EventType.OBSERVATION_REPORTED,
                                    statedAt,
                                    observation.key().indicator().value(),
                                    payload));
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
                            "some observations may have been taken; repeat the call"));
        }
    }
}
