package rubicon.ingest.release;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.outbox.OutboxPublisher;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.ingest.rule.RuleService;
import rubicon.ingest.rule.RuleService.Saved;
import rubicon.model.wire.PagePayload;
import rubicon.model.wire.RulePayload;

/// Rules.
@Tag(name = "Rules", description = "Conditions that make alerts")
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class RuleResource {
    private final RuleService rules;
    private final RuleChanges changes;
    private final SecurityIdentity identity;
    private final OutboxPublisher publisher;

    RuleResource(
            RuleService rules,
            RuleChanges changes,
            SecurityIdentity identity,
            OutboxPublisher publisher) {
        this.rules = rules;
        this.changes = changes;
        this.identity = identity;
        this.publisher = publisher;
    }

    @GET
    public PagePayload<RulePayload> rules(@QueryParam("indicator") @Nullable String indicator) {
        List<RulePayload> items =
                rules.all().stream()
                        .filter(it -> indicator == null || indicator.equals(it.rule().indicator()))
                        .map(Saved::payload)
                        .toList();
        return new PagePayload<>(items, null, null);
    }

    @GET
    @Path("/{id}")
    public RulePayload rule(String id) {
        return rules.find(id)
                .map(Saved::payload)
                .orElseThrow(
                        () -> ProblemException.notFound("no rule is called '%s'".formatted(id)));
    }

    @POST
    @APIResponse(responseCode = "201", description = "Made")
    @APIResponse(responseCode = "400", description = "At fault")
    @APIResponse(responseCode = "409", description = "A rule of that id is there already")
    @RolesAllowed(Role.ADMIN_NAME)
    public RestResponse<RulePayload> create(@Nullable RulePayload rule) {
        RulePayload saved = changes.create(ProblemException.needed(rule), user()).payload();
        publisher.wake();
        return RestResponse.ResponseBuilder.ok(saved)
                .status(RestResponse.Status.CREATED)
                .location(URI.create("/api/v1/rules/" + saved.id()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN_NAME)
    public RulePayload edit(String id, @Nullable RulePayload rule) {
        RulePayload saved = changes.edit(id, ProblemException.needed(rule), user()).payload();
        publisher.wake();
        return saved;
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN_NAME)
    public void delete(String id) {
        changes.delete(id, user());
        publisher.wake();
    }

    private String user() {
        return identity.getPrincipal().getName();
    }
}
