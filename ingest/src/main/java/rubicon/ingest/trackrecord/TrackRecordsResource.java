package rubicon.ingest.trackrecord;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rubicon.ingest.platform.Role;
import rubicon.model.wire.TrackRecordPayload.TrackRecordsPayload;

/// How good forecasts were: those made here, those that would have been made with what was known
/// then, and people's.
@Tag(name = "Forecasts", description = "People's forecasts and goals")
@Path("/api/v1/track-record")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class TrackRecordsResource {
    private final TrackRecords records;

    TrackRecordsResource(TrackRecords records) {
        this.records = records;
    }

    /// How good the forecasts of all indicators and of people were.
    @GET
    public TrackRecordsPayload all() {
        return records.all();
    }
}
