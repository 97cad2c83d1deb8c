package rubicon.simulator.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.Calibration;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;

/// Monte Carlo runs.
@Path("/api/v1/simulations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public final class SimulationResource {
    private static final Duration TICK = Duration.ofMillis(200);
    private static final int LONGEST_PAGE = 200;
    private static final String CSV = "text/csv";

    private final Simulations simulations;
    private final RequestReader reader;
    private final Calibration calibration;
    private final Results results;
    private final SecurityIdentity identity;

    SimulationResource(
            Simulations simulations,
            RequestReader reader,
            Calibration calibration,
            Results results,
            SecurityIdentity identity) {
        this.simulations = simulations;
        this.reader = reader;
        this.calibration = calibration;
        this.results = results;
        this.identity = identity;
    }

    /// Runs, and where the list goes on.
    public record SimulationPage(List<SimulationPayload> items, @Nullable String next) {}

    /// Takes a run on; it is computed meanwhile.
    @POST
    @RolesAllowed("analyst")
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = SimulationPayload.class)))
    public Response begin(@Nullable JsonNode body) throws InterruptedException {
        Calibration.Resolved resolved = calibration.resolve(body);
        Request request = reader.read(resolved.body());
        if (!request.isDrawn()) {
            throw new ProblemException(
                    Problem.refused(
                            List.of(
                                    new FieldProblem(
                                            "parameters",
                                            "parameters has nothing to draw: give a distribution"
                                                    + " for at least one"))));
        }
        SimulationEntity run =
                simulations.begin(
                        request,
                        Asked.byUser(Optional.empty(), resolved.readings()),
                        identity.getPrincipal().getName());
        return Response.accepted(payload(run))
                .location(URI.create("/api/v1/simulations/" + run.id))
                .build();
    }

    /// The newest runs first.
    @GET
    public SimulationPage list(
            @QueryParam("after") Optional<String> after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        int most = whole("limit", limit);
        List<SimulationEntity> found =
                simulations.newest(after.map(it -> id("after", it)), most + 1);
        List<SimulationPayload> items = found.stream().limit(most).map(this::payload).toList();
        return new SimulationPage(
                items, found.size() > most ? items.getLast().id().toString() : null);
    }

    @GET
    @Path("/{id}")
    public SimulationPayload run(String id) {
        return payload(find(id));
    }

    /// Progress, until the run has ended.
    @GET
    @Path("/{id}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<SimulationPayload> events(String id) {
        UUID run = find(id).id;
        return Multi.createFrom()
                .ticks()
                .every(TICK)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(_ -> payload(find(run.toString())))
                // Before repetitions go: the one after the last ends the stream.
                .select()
                .first(new UntilEnded())
                .skip()
                .repetitions((a, b) ->
                        a.state().equals(b.state()) && a.progress() == b.progress() ? 0 : 1);
    }

    /// What a finished run found.
    @GET
    @Path("/{id}/results")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Results.Result.class)))
    public String results(String id) {
        return finished(id);
    }

    /// What a finished run found, a number a line.
    @GET
    @Path("/{id}/results")
    @Produces(CSV + ";qs=0.5") // who does not say what they want gets JSON
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public String csv(String id) {
        return ResultTable.csv(results.read(finished(id)));
    }

    /// Cancels a run that is under way.
    @DELETE
    @Path("/{id}")
    @RolesAllowed("analyst")
    public SimulationPayload cancel(String id) {
        return simulations
                .cancel(id("id", id), identity.getPrincipal().getName())
                .map(this::payload)
                .orElseThrow(() -> unknown(id));
    }

    private String finished(String id) {
        SimulationEntity run = find(id);
        return simulations
                .result(run.id)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        409,
                                        "No results",
                                        run.isRunning()
                                                ? "the run is under way: %d of %d blocks are done"
                                                        .formatted(run.done, run.blocks)
                                                : "the run ended without: " + run.problem)));
    }

    private SimulationEntity find(String id) {
        return simulations.find(id("id", id)).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                Problem.of(404, "Not found", "no simulation is called '%s'".formatted(id)));
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            if (field.equals("id")) {
                throw unknown(text);
            }
            throw new ProblemException(
                    Problem.refused(
                            List.of(new FieldProblem(field, field + " must be a run's id"))));
        }
    }

    private static int whole(String field, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= LONGEST_PAGE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw new ProblemException(
                Problem.refused(
                        List.of(
                                new FieldProblem(
                                        field,
                                        "%s must be an integer from 1 to %d"
                                                .formatted(field, LONGEST_PAGE)))));
    }

    private SimulationPayload payload(SimulationEntity run) {
        return simulations.payload(run);
    }

    /// Lets what comes through up to the first that has ended.
    private static final class UntilEnded implements Predicate<SimulationPayload> {
        private boolean ended;

        @Override
        public boolean test(SimulationPayload it) {
            boolean wasRunning = !ended;
            ended = !it.state().equals("RUNNING");
            return wasRunning;
        }
    }
}
