package rubicon.ingest.horizon;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.ingest.platform.Times;
import rubicon.model.wire.HorizonPayload;

/// Time horizons from eval runs.
@Tag(name = "Indicators")
@Path("/api/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class HorizonResource {
    private static final int DRAWS = 1_000;
    private static final int MOST_DRAWS = 10_000;
    private static final long SEED = 42;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private final CatalogueService catalogue;
    private final HorizonService horizons;

    HorizonResource(CatalogueService catalogue, HorizonService horizons) {
        this.catalogue = catalogue;
        this.horizons = horizons;
    }

    /// The time horizons that are fitted to the eval runs of the indicator's suite, agent by agent,
    /// with the intervals of a hierarchical bootstrap and the trend of the best agents. The same
    /// runs, draws and seed give the same answer.
    ///
    /// @param asOf by the runs as they were known then
    /// @param draws of the bootstrap, 1 to 10,000, where left out 1,000
    /// @param seed where left out 42
    @GET
    @Path("/{id}/horizon")
    @APIResponse(responseCode = "200", description = "What is not known has its reason")
    @APIResponse(responseCode = "400", description = "A parameter is at fault")
    @APIResponse(responseCode = "404", description = "No such indicator")
    @APIResponse(responseCode = "409", description = "The suite holds more runs than are fitted")
    public HorizonPayload horizon(
            String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("draws") @Nullable String draws,
            @QueryParam("seed") @Nullable String seed) {
        return horizons.horizon(
                catalogue
                        .current()
                        .find(id)
                        .orElseThrow(() ->
                                ProblemException.notFound(
                                        "no indicator is called '%s'".formatted(id))),
                (int) whole("draws", draws, DRAWS, 1, MOST_DRAWS),
                whole("seed", seed, SEED, Long.MIN_VALUE, Long.MAX_VALUE),
                asOf == null ? null : Times.instant("asOf", asOf));
    }

    private static long whole(
            String field, @Nullable String text, long otherwise, long least, long most) {
        if (text == null) {
            return otherwise;
        }
        if (WHOLE.matcher(text).matches()) {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw ProblemException.refused(
                field,
                field.equals("seed")
                        ? "'%s' is no whole number of at most 18 digits".formatted(text)
                        : "'%s' is no whole number from %d to %d".formatted(text, least, most));
    }
}
