package rubicon.ingest.intake;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
    private final DeadLetterService letters;
    private final DeadLetterPages pages;
    private final SecurityIdentity identity;

    DeadLetterResource(
            DeadLetterService letters, DeadLetterPages pages, SecurityIdentity identity) {
        this.letters = letters;
        this.pages = pages;
        this.identity = identity;
    }

    /// Dead letters, newest first.
    @GET
    public PagePayload<DeadLetter> newest(@QueryParam("cursor") @Nullable String cursor) {
        return pages.page(Keyset.of(cursor));
    }

    @POST
    @Path("/{id}/replay")
    public DeadLetter replay(String id) throws InterruptedException {
        return letters.replay(id, identity.getPrincipal().getName())
                .orElseThrow(() ->
                        ProblemException.notFound("no dead letter has the id '%s'".formatted(id)));
    }
}
