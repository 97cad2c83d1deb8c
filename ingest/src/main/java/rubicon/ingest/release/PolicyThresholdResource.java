package rubicon.ingest.release;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Role;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.wire.EntryPayload;
import rubicon.model.wire.PagePayload;
import rubicon.model.wire.PolicyThresholdPayload;

/// Thresholds of issuers' policies, with the determinations made under them.
@Tag(name = "Policy thresholds", description = "Issuers' thresholds and their determinations")
@Path("/api/v1/policy-thresholds")
@RolesAllowed(Role.VIEWER_NAME)
public final class PolicyThresholdResource {
    private static final String PATH = "/api/v1/policy-thresholds";
    private static final Comparator<PolicyThresholdPayload> BY_ISSUER =
            Comparator.<PolicyThresholdPayload, String>comparing(it -> String.valueOf(it.issuer()))
                    .thenComparing(it -> String.valueOf(it.id()));

    private final EntryReports entries;

    PolicyThresholdResource(EntryReports entries) {
        this.entries = entries;
    }

    /// What stands, by issuer.
    @GET
    public PagePayload<PolicyThresholdPayload> thresholds(
            @QueryParam("issuer") @Nullable String issuer,
            @QueryParam("asOf") @Nullable String asOf) {
        PagePayload<PolicyThresholdPayload> standing =
                entries.standing(
                        EntryKind.POLICY_THRESHOLD, PolicyThresholdPayload.class, asOf, BY_ISSUER);
        List<PolicyThresholdPayload> items =
                standing.items().stream()
                        .filter(it -> issuer == null || issuer.equals(it.issuer()))
                        .toList();
        return new PagePayload<>(items, null, standing.asOf());
    }

    /// One threshold with its revisions. `source` has to be named where several tell one of this
    /// id.
    @GET
    @Path("/{id}")
    public EntryPayload<PolicyThresholdPayload> threshold(
            String id,
            @QueryParam("source") @Nullable String source,
            @QueryParam("asOf") @Nullable String asOf) {
        return entries.entry(
                EntryKind.POLICY_THRESHOLD, PolicyThresholdPayload.class, id, source, asOf);
    }

    /// Takes one threshold or an array of them. Nothing is published where one is at fault.
    @POST
    @APIResponse(responseCode = "202", description = "Taken; the receipt tells what becomes of it")
    @APIResponse(responseCode = "400", description = "At fault; nothing was published")
    @RolesAllowed(Role.ANALYST_NAME)
    public Response report(@Nullable JsonNode body) throws InterruptedException {
        return entries.take(body, PATH, PolicyThresholdPayload.class);
    }
}
