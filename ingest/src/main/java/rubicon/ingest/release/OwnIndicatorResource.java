package rubicon.ingest.release;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.outbox.OutboxPublisher;
import rubicon.ingest.platform.Role;
import rubicon.model.wire.IndicatorPayload;

/// Indicators of one's own.
@Tag(name = "Indicators")
@Path("/api/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
public final class OwnIndicatorResource {
    private final CatalogueService catalogue;
    private final IndicatorChanges changes;
    private final SecurityIdentity identity;
    private final OutboxPublisher publisher;

    OwnIndicatorResource(
            CatalogueService catalogue,
            IndicatorChanges changes,
            SecurityIdentity identity,
            OutboxPublisher publisher) {
        this.catalogue = catalogue;
        this.changes = changes;
        this.identity = identity;
        this.publisher = publisher;
    }

    /// Makes an indicator, or gives it its next version; saying the same again changes nothing.
    @PUT
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml"})
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = IndicatorPayload.class)),
                @Content(
                        mediaType = "application/yaml",
                        schema = @Schema(implementation = IndicatorPayload.class))
            })
    @APIResponse(responseCode = "200", description = "As it stands now")
    @APIResponse(responseCode = "201", description = "Made")
    @APIResponse(responseCode = "400", description = "At fault")
    @APIResponse(responseCode = "409", description = "Belongs to a file of the catalogue")
    @RolesAllowed(Role.ADMIN_NAME)
    public RestResponse<IndicatorPayload> put(String id, String text) {
        catalogue.check(id, text);
        boolean isNew = changes.put(id, text, identity.getPrincipal().getName());
        publisher.wake();
        IndicatorPayload saved = catalogue.entry(id).orElseThrow();
        boolean made = isNew && Integer.valueOf(1).equals(saved.version());
        return RestResponse.status(
                made ? RestResponse.Status.CREATED : RestResponse.Status.OK, saved);
    }
}
