package rubicon.simulator.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.CalibratedDefaults;
import rubicon.simulator.calibration.Calibration;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Value;

/// The scenario models, and one deterministic run of each.
@Path("/api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public final class ModelResource {
    private static final Set<String> FIELDS = Set.of("parameters", "asOf");

    private final Models models;
    private final Calibration calibration;
    private final CalibratedDefaults defaults;
    private final MeterRegistry meters;

    ModelResource(
            Models models,
            Calibration calibration,
            CalibratedDefaults defaults,
            MeterRegistry meters) {
        this.models = models;
        this.calibration = calibration;
        this.defaults = defaults;
        this.meters = meters;
    }

    /// A list.
    public record Page<T>(List<T> items, @Nullable String next) {}

    @GET
    public Page<ModelPayload> models() {
        List<ModelPayload> items =
                models.all().stream()
                        .map(it -> ModelPayload.of(it.description(), defaults))
                        .toList();
        return new Page<>(items, null);
    }

    @GET
    @Path("/{id}")
    public ModelPayload model(String id) {
        return ModelPayload.of(find(id).description(), defaults);
    }

    /// One deterministic run; a parameter that is left out takes its default. A parameter may be a
    /// number of the ledger, `{"indicator": …, "field": …}`, as of now or of the body's `asOf`.
    @POST
    @Path("/{id}/evaluate")
    public Evaluation evaluate(String id, @Nullable JsonNode body) {
        ScenarioModel model = find(id);
        Description description = model.description();
        Calibration.Resolved resolved = calibration.resolve(body);
        Assignment assignment = assignment(description, resolved.body());
        Evaluation evaluation = Evaluation.of(model, assignment, resolved.readings());
        meters.counter("rubicon.simulator.evaluations", "model", id).increment();
        return evaluation;
    }

    private static Assignment assignment(Description model, @Nullable JsonNode body) {
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, Value> given = new LinkedHashMap<>();
        if (body != null && !body.isNull()) {
            if (!body.isObject()) {
                throw refused(List.of(new FieldProblem("body", "body must be a JSON object")));
            }
            body.fieldNames()
                    .forEachRemaining(name -> {
                        if (!FIELDS.contains(name)) {
                            problems.add(
                                    new FieldProblem(
                                            name, name + " is not known; give parameters, asOf"));
                        }
                    });
            read(model, body.path("parameters"), given, problems);
        }
        Resolution resolution = Assignment.resolve(model, given);
        if (resolution instanceof Resolution.Refused(var violations)) {
            violations.forEach(it -> problems.add(new FieldProblem(it.field(), it.message())));
        }
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        return switch (resolution) {
            case Resolution.Resolved(Assignment assignment) -> assignment;
            case Resolution.Refused _ ->
                    throw new IllegalStateException("a refusal has its violations");
        };
    }

    private static void read(
            Description model,
            JsonNode parameters,
            Map<String, Value> given,
            List<FieldProblem> problems) {
        if (!parameters.isMissingNode() && !parameters.isObject()) {
            problems.add(new FieldProblem("parameters", "parameters must be a JSON object"));
            return;
        }
        List<String> known = model.parameters().stream().map(Parameter::name).toList();
        for (Map.Entry<String, JsonNode> entry : parameters.properties()) {
            String name = entry.getKey();
            Optional<Parameter> parameter =
                    model.parameters().stream().filter(it -> it.name().equals(name)).findFirst();
            if (parameter.isEmpty()) {
                var unknown = Assignment.unknown(name, model.id(), known);
                problems.add(new FieldProblem(unknown.field(), unknown.message()));
                continue;
            }
            switch (Values.read(parameter.get().domain(), entry.getValue())) {
                case Reading.Read(Value value) -> given.put(name, value);
                case Reading.Refused(String objection) ->
                        problems.add(new FieldProblem(name, name + " " + objection));
            }
        }
    }

    private ScenarioModel find(String id) {
        return models.find(id)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        404,
                                        "Not found",
                                        "no model is called '%s'".formatted(id))));
    }

    private static ProblemException refused(List<FieldProblem> problems) {
        return new ProblemException(Problem.refused(problems));
    }
}
