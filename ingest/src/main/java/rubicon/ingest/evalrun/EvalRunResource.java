package rubicon.ingest.evalrun;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.CsvTable;
import rubicon.ingest.platform.LeftOut;
import rubicon.ingest.platform.Role;
import rubicon.model.wire.EvalRunRowPayload;
import rubicon.model.wire.PagePayload;

/// Eval runs, as they stand.
@Tag(name = "Eval runs", description = "Single attempts of agents at tasks")
@Path("/api/v1/eval-runs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class EvalRunResource {
    private static final int PAGE = 1_000;

    private final EvalRunService runs;

    EvalRunResource(EvalRunService runs) {
        this.runs = runs;
    }

    /// Runs by source and id.
    @GET
    public PagePayload<EvalRunRowPayload> runs(
            @QueryParam("suite") @Nullable String suite,
            @QueryParam("agent") @Nullable String agent,
            @QueryParam("source") @Nullable String source,
            @QueryParam("cursor") @Nullable String cursor) {
        EvalRunFilter filter = EvalRunFilter.of(suite, agent, source);
        List<EvalRunRowPayload> read = runs.page(filter, RunPlace.of(cursor), PAGE + 1);
        boolean more = read.size() > PAGE;
        List<EvalRunRowPayload> items = more ? read.subList(0, PAGE) : read;
        return new PagePayload<>(items, more ? RunPlace.of(items.getLast()).text() : null, null);
    }

    /// All runs that were asked for, as CSV. Those whose licence allows no bulk export are left
    /// out; the header `Rubicon-Left-Out` names it. One that states none goes out: runs have no
    /// entry that would state it for them.
    @GET
    @Produces(CsvTable.MEDIA_TYPE + ";qs=0.5") // who does not say what they want gets JSON
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = CsvTable.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING)))
    public Response runsAsCsv(
            @QueryParam("suite") @Nullable String suite,
            @QueryParam("agent") @Nullable String agent,
            @QueryParam("source") @Nullable String source) {
        EvalRunFilter filter = EvalRunFilter.of(suite, agent, source);
        StreamingOutput csv = out -> EvalRunCsv.write(place -> runs.page(filter, place, PAGE), out);
        List<String> leftOut =
                runs.licences(filter).stream().filter(it -> !EvalRunCsv.mayLeave(it)).toList();
        return LeftOut.in(Response.ok(csv, CsvTable.CONTENT_TYPE), leftOut).build();
    }
}
