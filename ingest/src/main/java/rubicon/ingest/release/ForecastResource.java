package rubicon.ingest.release;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Role;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.wire.EntryPayload;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.PagePayload;

/// People's forecasts and goals. Those that are computed here belong to an indicator's state.
@Tag(name = "Forecasts", description = "People's forecasts and goals")
@Path("/api/v1/forecasts")
@RolesAllowed(Role.VIEWER_NAME)
public final class ForecastResource {
    private static final String PATH = "/api/v1/forecasts";
    private static final Comparator<ForecastEntryPayload> BY_DUE =
            Comparator.comparing(it -> Objects.requireNonNullElse(it.due(), LocalDate.MAX));

    private final EntryReports entries;

    ForecastResource(EntryReports entries) {
        this.entries = entries;
    }

    /// What stands, by the day it is due; without one last.
    @GET
    public PagePayload<ForecastEntryPayload> forecasts(@QueryParam("asOf") @Nullable String asOf) {
        return entries.standing(EntryKind.FORECAST, ForecastEntryPayload.class, asOf, BY_DUE);
    }

    /// One forecast with its revisions. `source` has to be named where several tell one of this id.
    @GET
    @Path("/{id}")
    public EntryPayload<ForecastEntryPayload> forecast(
            String id,
            @QueryParam("source") @Nullable String source,
            @QueryParam("asOf") @Nullable String asOf) {
        return entries.entry(EntryKind.FORECAST, ForecastEntryPayload.class, id, source, asOf);
    }

    /// Takes one forecast or an array of them. Nothing is published where one is at fault.
    @POST
    @APIResponse(responseCode = "202", description = "Taken; the receipt tells what becomes of it")
    @APIResponse(responseCode = "400", description = "At fault; nothing was published")
    @RolesAllowed(Role.ANALYST_NAME)
    public Response report(@Nullable JsonNode body) throws InterruptedException {
        return entries.take(body, PATH, ForecastEntryPayload.class);
    }
}
