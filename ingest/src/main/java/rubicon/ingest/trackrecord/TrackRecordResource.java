package rubicon.ingest.trackrecord;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.wire.TrackRecordPayload;

/// How good the forecasts of an indicator were: those made here, and those that would have been
/// made with what was known then.
@Tag(name = "Forecasts", description = "People's forecasts and goals")
@Path("/api/v1/indicators/{id}/track-record")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class TrackRecordResource {
    private final TrackRecords records;
    private final CatalogueService catalogue;

    TrackRecordResource(TrackRecords records, CatalogueService catalogue) {
        this.records = records;
        this.catalogue = catalogue;
    }

    /// How good the forecasts of one indicator were, with each forecast of a next record.
    @GET
    public TrackRecordPayload of(@PathParam("id") String id) {
        return records.of(
                catalogue
                        .current()
                        .find(id)
                        .orElseThrow(() ->
                                ProblemException.notFound(
                                        "no indicator is called '%s'".formatted(id))));
    }
}
