package rubicon.ingest.alert;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.outbox.OutboxPublisher;
import rubicon.ingest.platform.Keyset;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.alert.AlertCondition;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.PagePayload;

/// Alerts, and taking note of them.
@Tag(name = "Alerts", description = "Episodes of rules, and taking note of them")
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class AlertResource {
    private static final int NOTE_LIMIT = 2_000;

    private final AlertService alerts;
    private final AlertPages pages;
    private final SecurityIdentity identity;
    private final InstantSource time;
    private final OutboxPublisher publisher;

    AlertResource(
            AlertService alerts,
            AlertPages pages,
            SecurityIdentity identity,
            InstantSource time,
            OutboxPublisher publisher) {
        this.alerts = alerts;
        this.pages = pages;
        this.identity = identity;
        this.time = time;
        this.publisher = publisher;
    }

    /// What an acknowledgement may carry.
    public record Note(@Nullable String note) {}

    /// Episodes, newest first.
    @GET
    public PagePayload<AlertPayload> alerts(
            @QueryParam("condition") @Nullable String condition,
            @QueryParam("open") @Nullable String open,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("cursor") @Nullable String cursor) {
        return pages.page(condition(condition), open(open), rule, Keyset.of(cursor));
    }

    @GET
    @Path("/{id}")
    public AlertPayload alert(String id) {
        return alerts.find(id)
                .orElseThrow(
                        () -> ProblemException.notFound("no alert has the id '%s'".formatted(id)));
    }

    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed(Role.ANALYST_NAME)
    public AlertPayload acknowledge(String id, @Nullable Note note) {
        String text = note == null ? null : note.note();
        if (text != null && text.length() > NOTE_LIMIT) {
            throw ProblemException.refused(
                    "note", "has more than %d characters".formatted(NOTE_LIMIT));
        }
        AlertPayload acknowledged =
                alerts.acknowledge(id, identity.getPrincipal().getName(), time.instant(), text);
        publisher.wake();
        return acknowledged;
    }

    private static @Nullable String condition(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (AlertCondition condition : AlertCondition.values()) {
            if (condition.name().equals(text)) {
                return text;
            }
        }
        throw ProblemException.refused(
                "condition", "'%s' is none of NORMAL, PENDING, FIRING, RECOVERING".formatted(text));
    }

    private static @Nullable Boolean open(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw ProblemException.refused("open", "'%s' is neither true nor false".formatted(text));
    }
}
