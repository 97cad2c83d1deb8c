package rubicon.ingest.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Role;
import rubicon.ingest.platform.Times;
import rubicon.model.wire.AutomationIndexPayload;
import rubicon.model.wire.CapabilityIndexPayload;

/// The numbers that are made of many indicators, each with the way that led to it.
@Tag(name = "Indices", description = "The automation index and the capability index")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class IndicesResource {
    private final AutomationIndexService automation;
    private final CapabilityIndexService capability;

    IndicesResource(AutomationIndexService automation, CapabilityIndexService capability) {
        this.automation = automation;
        this.capability = capability;
    }

    /// The automation index with its categories, their positions on their S-curves, and what each
    /// indicator contributes, now or as it was known at a moment.
    @GET
    @Path("/index")
    public AutomationIndexPayload index(@QueryParam("asOf") @Nullable String asOf) {
        return automation.at(moment(asOf));
    }

    /// One scale for models across the benchmarks of the ledger, by Epoch AI's method, now or as it
    /// was known at a moment.
    @GET
    @Path("/capability-index")
    public CapabilityIndexPayload capabilityIndex(@QueryParam("asOf") @Nullable String asOf) {
        return capability.at(moment(asOf));
    }

    private static Instant moment(@Nullable String asOf) {
        return asOf == null ? Instant.MAX : Times.instant("asOf", asOf);
    }
}
