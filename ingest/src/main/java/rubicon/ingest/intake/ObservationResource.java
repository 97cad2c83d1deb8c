package rubicon.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.ledger.ObservationCheck;

/// Reporting observations over REST: checked as a whole, then published like everybody else's.
@Tag(name = "Observations", description = "Reporting values")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
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
        if (body.isArray() && (body.isEmpty() || body.size() > LIMIT)) {
            throw ProblemException.refused(
                    "body",
                    "holds %d observations, allowed are 1 to %d".formatted(body.size(), LIMIT));
        }
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        Reports reports =
                new Reports(json, new ObservationCheck(catalogue.current(), "statedAt"), now);
        if (body.isArray()) {
            for (int i = 0; i < body.size(); i++) {
                reports.add(body.get(i), "[%d]".formatted(i));
            }
        } else {
            reports.add(body, "");
        }
        List<Outgoing> events = reports.events(ORIGIN);
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
