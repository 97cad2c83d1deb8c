package rubicon.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.intake.ReceiptService.Receipt;
import rubicon.ingest.intake.Reporting.Bad;
import rubicon.ingest.intake.Reporting.Good;
import rubicon.ingest.intake.Reporting.Reported;
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
    private static final String ORIGIN = "/api/v1/observations";

    private final CatalogueService catalogue;
    private final Reporting reporting;
    private final ReceiptService receipts;

    ObservationResource(CatalogueService catalogue, Reporting reporting, ReceiptService receipts) {
        this.catalogue = catalogue;
        this.reporting = reporting;
        this.receipts = receipts;
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
        ObservationCheck check = new ObservationCheck(catalogue.current());
        return reporting.take(
                body,
                "observations",
                ORIGIN,
                ObservationPayload.class,
                (payload, now) -> event(payload, check, now));
    }

    /// What became of what a call has published.
    @GET
    @Path("/receipts/{id}")
    public Receipt receipt(UUID id) {
        return receipts.find(id)
                .orElseThrow(() -> ProblemException.notFound("there is no receipt " + id));
    }

    private static Reported event(ObservationPayload payload, ObservationCheck check, Instant now) {
        Instant statedAt =
                payload.statedAt() == null
                        ? now
                        : payload.statedAt().truncatedTo(ChronoUnit.MICROS);
        return switch (check.check(payload, statedAt, now)) {
            case ObservationCheck.Refused(var violations) -> new Bad(violations);
            case ObservationCheck.Valid(var observation) ->
                    new Good(
                            new Outgoing(
                                    new EventKey(ORIGIN, EventIds.of(payload, statedAt)),
                                    EventType.OBSERVATION_REPORTED,
                                    statedAt,
                                    observation.key().indicator().value(),
                                    payload));
        };
    }
}
