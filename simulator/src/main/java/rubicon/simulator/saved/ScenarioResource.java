package rubicon.simulator.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.evaluation.Evaluation;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.simulation.SimulationPayload;

/// Saved scenarios.
@Path("/api/v1/scenarios")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public final class ScenarioResource {
    private static final int MOST_COMPARED = 8;

    private final Scenarios scenarios;
    private final ScenarioRuns runs;
    private final Comparison comparison;
    private final ScenarioYaml yaml;
    private final SecurityIdentity identity;

    ScenarioResource(
            Scenarios scenarios,
            ScenarioRuns runs,
            Comparison comparison,
            ScenarioYaml yaml,
            SecurityIdentity identity) {
        this.scenarios = scenarios;
        this.runs = runs;
        this.comparison = comparison;
        this.yaml = yaml;
        this.identity = identity;
    }

    /// Scenarios; all of them, so that `next` is null.
    public record ScenarioPage(List<ScenarioPayload> items, @Nullable String next) {}

    /// The ready-made ones first, by id, then the others, what was changed last first.
    @GET
    public ScenarioPage list(@QueryParam("model") Optional<String> model) {
        return new ScenarioPage(
                scenarios.standing(model).stream().map(ScenarioPayload::of).toList(), null);
    }

    /// Saves a scenario.
    @POST
    @RolesAllowed("analyst")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ScenarioPayload.class)))
    public Response save(@Nullable JsonNode body) {
        return created(scenarios.save(body, user()));
    }

    /// Saves a scenario from YAML.
    @POST
    @RolesAllowed("analyst")
    @Consumes(ScenarioYaml.TYPE)
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ScenarioPayload.class)))
    public Response saveYaml(@Nullable String body) {
        return created(scenarios.save(ScenarioYaml.read(body), user()));
    }

    /// Scenarios side by side: parameters that differ, and what follows.
    @GET
    @Path("/compare")
    public Comparison.Compared compare(@QueryParam("ids") Optional<String> ids) {
        List<String> asked =
                ids.stream()
                        .flatMap(it -> Arrays.stream(it.split(",", -1)))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
        if (asked.isEmpty() || asked.size() > MOST_COMPARED) {
            throw new ProblemException(
                    Problem.refused(
                            List.of(
                                    new FieldProblem(
                                            "ids",
                                            "ids must be 1 to %d ids joined by commas"
                                                    .formatted(MOST_COMPARED)))));
        }
        return comparison.of(asked.stream().map(it -> find(it, Optional.empty())).toList());
    }

    /// A scenario as it stands, or an earlier version.
    @GET
    @Path("/{id}")
    public ScenarioPayload scenario(String id, @QueryParam("version") Optional<String> version) {
        return ScenarioPayload.of(find(id, version));
    }

    /// The same as a file.
    @GET
    @Path("/{id}")
    @Produces(ScenarioYaml.TYPE + ";qs=0.5") // who does not say what they want gets JSON
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = ScenarioYaml.TYPE,
                            schema = @Schema(type = SchemaType.STRING)))
    public String yaml(String id, @QueryParam("version") Optional<String> version) {
        return yaml.write(ScenarioPayload.of(find(id, version)));
    }

    /// Saves another version. With `version` it says what it was made from, and is refused if that
    /// no longer stands.
    @PUT
    @Path("/{id}")
    @RolesAllowed("analyst")
    @Consumes(MediaType.APPLICATION_JSON)
    public ScenarioPayload change(String id, @Nullable JsonNode body) {
        return changed(id, body);
    }

    /// Saves another version from YAML.
    @PUT
    @Path("/{id}")
    @RolesAllowed("analyst")
    @Consumes(ScenarioYaml.TYPE)
    public ScenarioPayload changeYaml(String id, @Nullable String body) {
        return changed(id, ScenarioYaml.read(body));
    }

    /// Takes a scenario out of the lists.
    @DELETE
    @Path("/{id}")
    @RolesAllowed("analyst")
    public void delete(String id) {
        if (!scenarios.delete(id(id), user())) {
            throw unknown(id);
        }
    }

    /// Saves a copy; fields of the body are laid over it, parameters one by one.
    @POST
    @Path("/{id}/fork")
    @RolesAllowed("analyst")
    @RequestBody(required = false)
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ScenarioPayload.class)))
    public Response fork(String id, @Nullable JsonNode body) {
        return created(scenarios.fork(id(id), body, user()).orElseThrow(() -> unknown(id)));
    }

    /// Takes a run of it on; it is computed meanwhile. The body may hold other `samples`, `seed`,
    /// `sobolPairs`, `timeLimit` or `asOf` for this run.
    @POST
    @Path("/{id}/simulations")
    @RolesAllowed("analyst")
    @RequestBody(required = false)
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = SimulationPayload.class)))
    public Response run(
            String id, @QueryParam("version") Optional<String> version, @Nullable JsonNode body)
            throws InterruptedException {
        SimulationPayload run = runs.begin(find(id, version), orEmpty(body), user());
        return Response.accepted(run)
                .location(URI.create("/api/v1/simulations/" + run.id()))
                .build();
    }

    /// What follows from it now: one run with all that is drawn at its median and with what the
    /// ledger holds in the place of its bindings; `readings` tell it. The body may hold `asOf`, a
    /// moment of the ledger.
    @POST
    @Path("/{id}/evaluate")
    @RequestBody(required = false)
    public Evaluation evaluate(
            String id, @QueryParam("version") Optional<String> version, @Nullable JsonNode body) {
        return runs.evaluate(find(id, version), orEmpty(body));
    }

    private static JsonNode orEmpty(@Nullable JsonNode body) {
        return body == null || body.isNull() ? JsonNodeFactory.instance.objectNode() : body;
    }

    private ScenarioPayload changed(String id, @Nullable JsonNode body) {
        return ScenarioPayload.of(
                scenarios.change(id(id), body, user()).orElseThrow(() -> unknown(id)));
    }

    private static Response created(Scenario scenario) {
        return Response.created(URI.create("/api/v1/scenarios/" + scenario.id()))
                .entity(ScenarioPayload.of(scenario))
                .build();
    }

    private Scenario find(String id, Optional<String> version) {
        return scenarios
                .find(id(id), version.map(ScenarioResource::version))
                .orElseThrow(() -> unknown(id));
    }

    private static ScenarioId id(String text) {
        try {
            return new ScenarioId(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    Problem.refused(
                            List.of(
                                    new FieldProblem(
                                            "version", "version must be a whole number"))));
        }
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                Problem.of(404, "Not found", "no scenario is called '%s'".formatted(id)));
    }

    private String user() {
        return identity.getPrincipal().getName();
    }
}
