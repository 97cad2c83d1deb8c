package rubicon.ingest.intake;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rubicon.ingest.intake.DeadLetterService.DeadLetter;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.wire.PagePayload;

/// What was refused, and sending it again.
@Tag(name = "Dead letters", description = "What was refused, and again")
@Path("/api/v1/dead-letters")
@RolesAllowed(Role.ANALYST_NAME)
public final class DeadLetterResource {
    private static final int LIMIT = 500;

    private final DeadLetterService letters;
    private final SecurityIdentity identity;

    DeadLetterResource(DeadLetterService letters, SecurityIdentity identity) {
        this.letters = letters;
        this.identity = identity;
    }

    @GET
    public PagePayload<DeadLetter> newest() {
        return new PagePayload<>(letters.newest(LIMIT), null, null);
    }

    @POST
    @Path("/{id}/replay")
    public DeadLetter replay(String id) throws InterruptedException {
        return letters.replay(id, identity.getPrincipal().getName())
                .orElseThrow(() ->
                        ProblemException.notFound("no dead letter has the id '%s'".formatted(id)));
    }
}
