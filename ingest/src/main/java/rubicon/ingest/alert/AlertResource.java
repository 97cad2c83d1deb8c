package rubicon.ingest.alert;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.outbox.OutboxPublisher;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.alert.AlertCondition;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.PagePayload;

/// Alerts, and taking note of them.
@Tag(name = "Alerts", description = "Episodes of rules, and taking note of them")
@Path("/api/v1/alerts")
@RolesAllowed(Role.VIEWER_NAME)
public final class AlertResource {
    private static final int LIMIT = 500;
    private static final int NOTE_LIMIT = 2_000;

    private final AlertService alerts;
    private final SecurityIdentity identity;
    private final InstantSource time;
    private final OutboxPublisher publisher;

    AlertResource(
            AlertService alerts,
            SecurityIdentity identity,
            InstantSource time,
            OutboxPublisher publisher) {
        this.alerts = alerts;
        this.identity = identity;
        this.time = time;
        this.publisher = publisher;
    }

    /// What an acknowledgement may carry.
    public record Note(@Nullable String note) {}

    /// The newest episodes.
    @GET
    public PagePayload<AlertPayload> alerts(
            @QueryParam("condition") @Nullable String condition,
            @QueryParam("open") @Nullable String open,
            @QueryParam("rule") @Nullable String rule) {
        List<AlertPayload> items = alerts.list(condition(condition), open(open), rule, LIMIT);
        return new PagePayload<>(items, null, null);
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
        if (text != null && (text.length() > NOTE_LIMIT || text.indexOf('\0') >= 0)) {
            throw ProblemException.refused(
                    "note", "has more than %d characters, or U+0000".formatted(NOTE_LIMIT));
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
