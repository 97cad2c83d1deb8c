package rubicon.ingest.intake;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.DeadLetterService.DeadLetter;
import rubicon.ingest.platform.Keyset;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.wire.PagePayload;

/// What was refused, and sending it again.
@Tag(name = "Dead letters", description = "What was refused, and again")
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ANALYST_NAME)
public final class DeadLetterResource {
    private static final int MOST = 500;

    private final DeadLetterService letters;
    private final DeadLetterPages pages;
    private final SecurityIdentity identity;

    DeadLetterResource(
            DeadLetterService letters, DeadLetterPages pages, SecurityIdentity identity) {
        this.letters = letters;
        this.pages = pages;
        this.identity = identity;
    }

    /// Dead letters, newest first, narrowed by whether they were sent again, the field at fault or
    /// the source of the event.
    @GET
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter is at fault")
    public PagePayload<DeadLetter> newest(
            @QueryParam("replayed") @Nullable String replayed,
            @QueryParam("field") @Nullable String field,
            @QueryParam("source") @Nullable String source,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return pages.page(
                Keyset.of(cursor), DeadLetterFilter.of(replayed, field, source), limit(limit));
    }

    /// One dead letter with its headers, its bytes, and what became of it if it was sent again.
    @GET
    @Path("/{id}")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "There is none of that id")
    public OpenedLetter open(String id) {
        return pages.open(id).orElseThrow(() -> unknown(id));
    }

    @POST
    @Path("/{id}/replay")
    @APIResponse(responseCode = "200", description = "Sent again")
    @APIResponse(responseCode = "404", description = "There is none of that id")
    public DeadLetter replay(String id) throws InterruptedException {
        return letters.replay(id, identity.getPrincipal().getName()).orElseThrow(() -> unknown(id));
    }

    private static int limit(@Nullable String text) {
        try {
            int limit = text == null ? MOST : Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw ProblemException.refused(
                "limit", "'%s' is no number from 1 to %d".formatted(text, MOST));
    }

    private static ProblemException unknown(String id) {
        return ProblemException.notFound("no dead letter has the id '%s'".formatted(id));
    }
}
