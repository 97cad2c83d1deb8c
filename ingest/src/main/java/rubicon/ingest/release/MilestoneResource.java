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
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.wire.EntryPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.PagePayload;

/// Dated claims and events without a number of their own.
@Tag(name = "Milestones", description = "Dated claims and events")
@Path("/api/v1/milestones")
@RolesAllowed(Role.VIEWER_NAME)
public final class MilestoneResource {
    private static final String PATH = "/api/v1/milestones";
    private static final Comparator<MilestonePayload> BY_DATE =
            Comparator.comparing(it -> Objects.requireNonNull(it.date()));

    private final EntryReports entries;

    MilestoneResource(EntryReports entries) {
        this.entries = entries;
    }

    /// What stands, by date; what was withdrawn only where it is asked for.
    @GET
    public PagePayload<MilestonePayload> milestones(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("category") @Nullable String category,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("withdrawn") @Nullable String withdrawn,
            @QueryParam("asOf") @Nullable String asOf) {
        LocalDate first = EntryReports.date("from", from);
        LocalDate last = EntryReports.date("to", to);
        boolean all = flag(withdrawn);
        PagePayload<MilestonePayload> standing =
                entries.standing(EntryKind.MILESTONE, MilestonePayload.class, asOf, BY_DATE);
        List<MilestonePayload> items =
                standing.items().stream()
                        .filter(it -> all || !Boolean.TRUE.equals(it.withdrawn()))
                        .filter(it -> kind == null || kind.equals(it.kind()))
                        .filter(it -> names(it.categories(), category))
                        .filter(it -> names(it.indicators(), indicator))
                        .filter(it -> first == null || !date(it).isBefore(first))
                        .filter(it -> last == null || !date(it).isAfter(last))
                        .toList();
        return new PagePayload<>(items, null, standing.asOf());
    }

    /// One milestone with its revisions. `source` has to be named where several tell one of this
    /// id.
    @GET
    @Path("/{id}")
    public EntryPayload<MilestonePayload> milestone(
            String id,
            @QueryParam("source") @Nullable String source,
            @QueryParam("asOf") @Nullable String asOf) {
        return entries.entry(EntryKind.MILESTONE, MilestonePayload.class, id, source, asOf);
    }

    /// Takes one milestone or an array of them. Nothing is published where one is at fault.
    @POST
    @APIResponse(responseCode = "202", description = "Taken; the receipt tells what becomes of it")
    @APIResponse(responseCode = "400", description = "At fault; nothing was published")
    @RolesAllowed(Role.ANALYST_NAME)
    public Response report(@Nullable JsonNode body) throws InterruptedException {
        return entries.take(body, PATH, MilestonePayload.class);
    }

    private static LocalDate date(MilestonePayload it) {
        return Objects.requireNonNull(it.date());
    }

    private static boolean names(@Nullable List<String> names, @Nullable String wanted) {
        return wanted == null || (names != null && names.contains(wanted));
    }

    private static boolean flag(@Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw ProblemException.refused(
                "withdrawn", "'%s' is neither true nor false".formatted(text));
    }
}
