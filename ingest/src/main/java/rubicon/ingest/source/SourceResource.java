package rubicon.ingest.source;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Problem;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.wire.PagePayload;

/// Sources, and running one now.
@Tag(name = "Sources", description = "What is read, and when")
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class SourceResource {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Sources sources;
    private final SyncService syncs;
    private final InstantSource time;
    private final SecurityIdentity identity;

    SourceResource(
            Sources sources, SyncService syncs, InstantSource time, SecurityIdentity identity) {
        this.sources = sources;
        this.syncs = syncs;
        this.time = time;
        this.identity = identity;
    }

    /// A source as REST answers it.
    ///
    /// @param every the time between two of its runs: its interval
    /// @param lag time since the last success in intervals: over 1 late, from 3 on silent; where
    ///   none succeeded, since the first run; null for one that is off or never ran
    /// @param unchangedSince when what it says changed last
    /// @param health `OFF`, `GONE`, `DRIFT`, `SILENT`, `FAILING`, `NEVER`, `DUE` or `OK`: of
    ///   several the first
    /// @param drift `FORM` or `ROWS`; null without
    public record SourcePayload(
            String id,
            String connector,
            String url,
            boolean enabled,
            String every,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant nextDueAt,
            @Nullable Double lag,
            @Nullable Instant unchangedSince,
            String health,
            @Nullable String drift,
            @Nullable RunPayload lastRun) {}

    @GET
    public PagePayload<SourcePayload> sources() {
        List<SourcePayload> items = sources.all().stream().map(this::payload).toList();
        return new PagePayload<>(items, null, null);
    }

    /// Runs a source now, or joins the run in progress: 200 once all that it published is handled,
    /// 202 if that takes longer than `wait`.
    @POST
    @Path("/{id}/sync")
    @APIResponse(responseCode = "200", description = "All that was published is handled")
    @APIResponse(responseCode = "202", description = "The run goes on")
    @APIResponse(responseCode = "400", description = "How long to wait is at fault")
    @APIResponse(responseCode = "404", description = "There is no such source")
    @APIResponse(responseCode = "409", description = "A run is just beginning or ending")
    @APIResponse(responseCode = "502", description = "The source could not be read")
    @RolesAllowed(Role.ADMIN_NAME)
    public Response sync(String id, @QueryParam("wait") @Nullable String wait)
            throws InterruptedException {
        Source source = find(id);
        Duration patience = wait(wait);
        SyncService.Running running =
                syncs.sync(source)
                        .orElseThrow(() ->
                                ProblemException.conflict(
                                        "a run of '%s' is just beginning or ending".formatted(id)));
        return answer(id, running, patience);
    }

    /// Withdraws the rows that had vanished at a reading and that were too many to be withdrawn by
    /// themselves. Answers as a sync does.
    ///
    /// @param run the source's last, at which they were seen to be missing
    @POST
    @Path("/{id}/runs/{run}/withdraw")
    @APIResponse(responseCode = "200", description = "The rows that had vanished are withdrawn")
    @APIResponse(responseCode = "202", description = "The run goes on")
    @APIResponse(responseCode = "400", description = "How long to wait is at fault")
    @APIResponse(responseCode = "404", description = "There is no such source or run")
    @APIResponse(
            responseCode = "409",
            description = "Nothing is missing, or the source was read or has changed since")
    @APIResponse(responseCode = "502", description = "The source could not be read")
    @RolesAllowed(Role.ADMIN_NAME)
    public Response withdraw(String id, UUID run, @QueryParam("wait") @Nullable String wait)
            throws InterruptedException {
        run(id, run);
        Source source = find(id);
        Duration patience = wait(wait);
        if (!syncs.standing(source).rowsMissing()) {
            throw ProblemException.conflict("no rows of '%s' are missing".formatted(id));
        }
        String by = identity.getPrincipal().getName();
        SyncService.Running running =
                syncs.withdraw(source, new SyncService.Accepted(run, by))
                        .orElseThrow(() ->
                                ProblemException.conflict(
                                        "'%s' was read since run %s, or is being read"
                                                .formatted(id, run)));
        Response answer = answer(id, running, patience);
        if (running.finished().isDone() && syncs.standing(source).rowsMissing()) {
            throw ProblemException.conflict(
                    "'%s' has changed since run %s: look again".formatted(id, run));
        }
        return answer;
    }

    @GET
    @Path("/{id}/runs/{run}")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "There is no such source or run")
    public RunPayload run(String id, UUID run) {
        find(id);
        return syncs.find(run)
                .filter(it -> it.source().equals(id))
                .orElseThrow(() ->
                        ProblemException.notFound("source '%s' has no run %s".formatted(id, run)));
    }

    private Response answer(String id, SyncService.Running running, Duration patience)
            throws InterruptedException {
        try {
            RunPayload result = running.finished().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (result.error() != null) {
                throw new ProblemException(
                        Problem.of(502, "The source could not be read", result.error()));
            }
            return Response.ok(result).build();
        } catch (TimeoutException e) {
            Object soFar = syncs.find(running.run()).orElse(null);
            return Response.accepted(soFar)
                    .location(URI.create("/api/v1/sources/%s/runs/%s".formatted(id, running.run())))
                    .build();
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException("a run failed in a way that it does not know", e);
        }
    }

    private SourcePayload payload(Source source) {
        SourceStanding standing = syncs.standing(source);
        Instant now = time.instant();
        Optional<Instant> nextDue = syncs.nextDue(source, standing);
        OptionalDouble lag = standing.lag(source, now);
        UUID lastRun = standing.lastRun();
        return new SourcePayload(
                source.id(),
                source.connector().id(),
                source.url().toString(),
                source.enabled(),
                source.every().toString(),
                standing.lastSuccessAt(),
                nextDue.orElse(null),
                lag.isPresent() ? lag.getAsDouble() : null,
                standing.unchangedSince().orElse(null),
                standing.health(source, nextDue, now).name(),
                standing.drift().map(SourceStanding.Drift::name).orElse(null),
                lastRun == null ? null : syncs.find(lastRun).orElse(null));
    }

    private Source find(String id) {
        return sources.find(id)
                .orElseThrow(
                        () -> ProblemException.notFound("no source is called '%s'".formatted(id)));
    }

    private static Duration wait(@Nullable String text) {
        if (text == null) {
            return Duration.ofSeconds(60);
        }
        try {
            Duration wait = Duration.parse(text);
            if (!wait.isNegative() && wait.compareTo(LONGEST_WAIT) <= 0) {
                return wait;
            }
        } catch (DateTimeException e) {
            // answered below, like one that is out of range
        }
        throw ProblemException.refused(
                "wait", "'%s' is no ISO 8601 duration up to %s".formatted(text, LONGEST_WAIT));
    }
}
