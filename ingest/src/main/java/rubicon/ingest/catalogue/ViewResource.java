package rubicon.ingest.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rubicon.ingest.platform.Role;
import rubicon.model.wire.PagePayload;
import rubicon.model.wire.ViewPayload;

/// The levels of abstraction, what each asks, and what it lacks.
@Tag(name = "Views", description = "Levels of abstraction, and what nobody publishes for them")
@Path("/api/v1/views")
@RolesAllowed(Role.VIEWER_NAME)
public final class ViewResource {
    private final ViewService views;

    ViewResource(ViewService views) {
        this.views = views;
    }

    /// All levels, from the model outwards.
    @GET
    public PagePayload<ViewPayload> views() {
        return new PagePayload<>(views.all(), null, null);
    }
}
