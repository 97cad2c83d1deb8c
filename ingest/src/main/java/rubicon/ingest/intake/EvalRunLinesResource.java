package rubicon.ingest.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.platform.JsonFault;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.evalrun.EvalRunCheck;
import rubicon.model.ledger.EventKey;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.EventType;

/// Reporting eval runs over REST: checked as a whole, then published like everybody else's.
@Tag(name = "Eval runs", description = "Single attempts of agents at tasks")
@Path("/api/v1/eval-runs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ANALYST_NAME)
public final class EvalRunLinesResource {
    private static final String ORIGIN = "/api/v1/eval-runs";
    private static final String JSON_LINES = "application/x-ndjson";

    private final Reporting reporting;
    private final ObjectMapper json;
    private final SecurityIdentity identity;

    EvalRunLinesResource(Reporting reporting, ObjectMapper json, SecurityIdentity identity) {
        this.reporting = reporting;
        this.json = json;
        this.identity = identity;
    }

    /// Takes runs, a JSON object a line, up to 10,000. Nothing is published where one is at fault;
    /// after a failure of the broker a repeat of the call completes it without doubles, if
    /// `statedAt` is given.
    @POST
    @Consumes(MediaType.WILDCARD) // clients name JSON lines in many ways
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON_LINES,
                            schema = @Schema(implementation = EvalRunPayload.class)))
    @APIResponse(responseCode = "202", description = "Taken; the receipt tells what becomes of it")
    @APIResponse(
            responseCode = "400",
            description = "At fault, each fault with its line; nothing was published")
    @APIResponse(
            responseCode = "503",
            description = "Kafka did not take all; a repeat completes it")
    public Response report(byte @Nullable [] body) throws InterruptedException {
        List<String> lines = text(body).lines().toList();
        Reporting.checkSize(lines.stream().filter(it -> !it.isBlank()).count(), "eval runs");
        Reports<EvalRunPayload> reports =
                new Reports<>(
                        json,
                        EvalRunPayload.class,
                        new RunDoor(
                                new EvalRunCheck("statedAt"),
                                new Caller(identity.getPrincipal().getName())),
                        "run",
                        reporting.now());
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                add(reports, lines.get(i), "line %d".formatted(i + 1));
            }
        }
        return reporting.publish(reports.events(), ORIGIN);
    }

    private void add(Reports<EvalRunPayload> reports, String line, String place) {
        try {
            reports.add(json.readTree(line), place);
        } catch (JacksonException e) {
            reports.fault(place, JsonFault.of(e));
        }
    }

    private static String text(byte @Nullable [] body) {
        if (body == null) {
            return "";
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ProblemException.refused("body", "is no text in UTF-8");
        }
    }

    private record RunDoor(EvalRunCheck check, Caller caller)
            implements Reports.Door<EvalRunPayload> {
        @Override
        public @Nullable Instant statedAt(EvalRunPayload payload) {
            return payload.statedAt();
        }

        @Override
        public Reports.Checked check(EvalRunPayload said, Instant statedAt, Instant now) {
            EvalRunPayload payload = said.withProvenance(caller.provenance(said.provenance(), now));
            return switch (check.check(payload, statedAt, now)) {
                case EvalRunCheck.Refused(var violations) -> new Reports.Refused(violations);
                case EvalRunCheck.Valid(var run) ->
                        new Reports.Valid(
                                run.key(),
                                run,
                                new Outgoing(
                                        new EventKey(ORIGIN, EventIds.of(payload, statedAt)),
                                        EventType.EVAL_RUN_COMPLETED,
                                        statedAt,
                                        run.key().runId(),
                                        payload));
            };
        }
    }
}
