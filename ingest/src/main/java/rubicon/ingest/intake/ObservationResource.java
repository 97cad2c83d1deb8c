package rubicon.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.intake.ReceiptService.Receipt;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.ObservationCheck;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.EventType;
import rubicon.model.wire.ObservationPayload;

/// Reporting observations over REST: checked as a whole, then published like everybody else's.
@Tag(name = "Observations", description = "Reporting values")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ANALYST_NAME)
public final class ObservationResource {
    private static final String ORIGIN = "/api/v1/observations";

    private final CatalogueService catalogue;
    private final Reporting reporting;
    private final ReceiptService receipts;
    private final ObjectMapper json;
    private final SecurityIdentity identity;

    ObservationResource(
            CatalogueService catalogue,
            Reporting reporting,
            ReceiptService receipts,
            ObjectMapper json,
            SecurityIdentity identity) {
        this.catalogue = catalogue;
        this.reporting = reporting;
        this.receipts = receipts;
        this.json = json;
        this.identity = identity;
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
        Reports<ObservationPayload> reports =
                new Reports<>(
                        json,
                        ObservationPayload.class,
                        new ObservationDoor(
                                new ObservationCheck(catalogue.current(), "statedAt"),
                                new Caller(identity.getPrincipal().getName())),
                        "observation",
                        reporting.now());
        Reporting.payloads(body, "observations").forEach((place, it) -> reports.add(it, place));
        return reporting.publish(reports.events(), ORIGIN);
    }

    /// Nobody signs for another.
    private record ObservationDoor(ObservationCheck check, Caller caller)
            implements Reports.Door<ObservationPayload> {
        @Override
        public @Nullable Instant statedAt(ObservationPayload payload) {
            return payload.statedAt();
        }

        @Override
        public Reports.Checked check(ObservationPayload said, Instant statedAt, Instant now) {
            String confirmed = said.confirmed();
            if (confirmed != null && !confirmed.startsWith(caller.signature())) {
                return new Reports.Refused(
                        List.of(
                                new Violation(
                                        "confirmed",
                                        "must begin with '%s', who is calling"
                                                .formatted(caller.signature()))));
            }
            ObservationPayload payload =
                    said.withProvenance(caller.provenance(said.provenance(), now));
            return switch (check.check(payload, statedAt, now)) {
                case ObservationCheck.Refused(var violations) -> new Reports.Refused(violations);
                case ObservationCheck.Valid(var observation) ->
                        new Reports.Valid(
                                observation.key(),
                                observation,
                                new Outgoing(
                                        new EventKey(ORIGIN, EventIds.of(payload, statedAt)),
                                        EventType.OBSERVATION_REPORTED,
                                        statedAt,
                                        observation.key().indicator().value(),
                                        payload));
            };
        }
    }

    /// What became of what a call has published.
    @GET
    @Path("/receipts/{id}")
    public Receipt receipt(UUID id) {
        return receipts.find(id)
                .orElseThrow(() -> ProblemException.notFound("there is no receipt " + id));
    }
}
