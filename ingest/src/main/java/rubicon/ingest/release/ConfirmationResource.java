package rubicon.ingest.release;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
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
import rubicon.ingest.intake.EventIds;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.intake.Reporting;
import rubicon.ingest.ledger.LedgerPages;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Revision;
import rubicon.model.observation.Observation;
import rubicon.model.wire.EventType;
import rubicon.model.wire.ObservationPayload;

/// Vouching for a value that the plausibility check holds.
@Tag(name = "Observations", description = "Reporting values")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ANALYST_NAME)
public final class ConfirmationResource {
    private static final String ORIGIN = "/api/v1/observations/confirmation";
    private static final int LIMIT = 1_000;

    private final CatalogueService catalogue;
    private final LedgerPages ledger;
    private final Reporting reporting;
    private final SecurityIdentity identity;

    ConfirmationResource(
            CatalogueService catalogue,
            LedgerPages ledger,
            Reporting reporting,
            SecurityIdentity identity) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.reporting = reporting;
        this.identity = identity;
    }

    /// Why somebody vouches for a value.
    public record Confirmation(@Nullable String text) {}

    /// States the value of a row once more, as confirmed by the caller. It is stated for the moment
    /// of the statement that it confirms, so whatever the source has stated since mends it still.
    @POST
    @Path("/observations/{id}/confirmation")
    @APIResponse(responseCode = "202", description = "Taken; the receipt tells what becomes of it")
    @APIResponse(responseCode = "409", description = "The row is not held, or not any more")
    public Response confirm(UUID id, @Nullable Confirmation confirmation)
            throws InterruptedException {
        String by = by(ProblemException.needed(confirmation).text());
        History history = history(id);
        Revision last = history.revisions().getLast();
        if (history.held() == null
                || !last.statement().id().equals(id.toString())
                || !(last.statement().content() instanceof Reported(Observation held))) {
            throw ProblemException.conflict(
                    "row %s is not held; only what is held can be confirmed".formatted(id));
        }
        Instant statedAt = history.statements().getLast().statedAt();
        ObservationPayload payload = ObservationPayload.of(held.confirmed(by), statedAt);
        EventKey event = new EventKey(ORIGIN, EventIds.of(payload, statedAt));
        String indicator = held.key().indicator().value();
        return reporting.publish(
                List.of(
                        new Outgoing(
                                event,
                                EventType.OBSERVATION_REPORTED,
                                statedAt,
                                indicator,
                                payload)),
                ORIGIN);
    }

    private String by(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.refused("text", "is missing");
        }
        String by = identity.getPrincipal().getName() + ": " + text.strip();
        if (by.length() > LIMIT) {
            throw ProblemException.refused(
                    "text",
                    "has with the name %d characters, allowed are %d"
                            .formatted(by.length(), LIMIT));
        }
        return by;
    }

    private History history(UUID id) {
        return ledger.history(catalogue.current(), id)
                .orElseThrow(() -> ProblemException.notFound("there is no row " + id));
    }
}
