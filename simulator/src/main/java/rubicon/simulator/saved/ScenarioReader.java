package rubicon.simulator.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.Reference;
import rubicon.simulator.evaluation.Models;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.saved.Definition.Source;
import rubicon.simulator.saved.Definition.Variation;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.simulation.RequestReader;

/// Reads a scenario, or names every field that is wrong. What it asks of a model is read by what
/// reads simulations.
@ApplicationScoped
class ScenarioReader {
    private static final Set<String> OWN =
            Set.of(
                    "id",
                    "title",
                    "bindings",
                    "publish",
                    "variations",
                    "argument",
                    "against",
                    "watch",
                    "sources");

    /// What the house tells about a scenario. It may stand in what is sent, such as an answer that
    /// was changed, and is not read; the version aside, which tells what was changed.
    private static final Set<String> TOLD =
            Set.of("version", "builtIn", "forkOf", "author", "createdAt", "updatedAt");

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_URL = 1_000;
    private static final int MOST_ITEMS = 30;

    private final RequestReader requests;
    private final Models models;

    ScenarioReader(RequestReader requests, Models models) {
        this.requests = requests;
        this.models = models;
    }

    /// Reads what was sent.
    ///
    /// @throws ProblemException that names what is wrong
    Submission read(@Nullable JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            throw new ProblemException(
                    Problem.refused(List.of(new FieldProblem("body", "body must be an object"))));
        }
        return new Reading(object).submission();
    }

    /// The reading of one scenario; problems are gathered.
    private final class Reading {
        private final ObjectNode body;
        private final List<FieldProblem> problems = new ArrayList<>();

        Reading(ObjectNode body) {
            this.body = body;
        }

        Submission submission() {
            ObjectNode run = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> it : body.properties()) {
                if (RequestReader.FIELDS.contains(it.getKey())) {
                    if (!it.getValue().isNull()) {
                        run.set(it.getKey(), it.getValue());
                    }
                } else if (!OWN.contains(it.getKey()) && !TOLD.contains(it.getKey())) {
                    refuse(it.getKey(), "is not known; there are " + known());
                }
            }
            String title = text("title", LONGEST_TITLE);
            if (title.isBlank() && problems.stream().noneMatch(it -> it.field().equals("title"))) {
                refuse("title", "is needed");
            }
            Optional<ScenarioId> id = id();
            Optional<Integer> version = version();
            check(run, "");
            Map<String, Reference> bindings = bindings(run.path("model").asText());
            Publish publish =
                    new PublishReader(models, this::refuse).read(body.path("publish"), run);
            if (publish != null && bindings.isEmpty()) {
                refuse("publish", "needs bindings: nothing would ever change it");
            }
            if (problems.isEmpty() && !bindings.isEmpty()) {
                checkBound(run, bindings);
            }
            List<Variation> variations = variations(run);
            var definition =
                    new Definition(
                            title,
                            run,
                            bindings,
                            publish,
                            variations,
                            text("argument", LONGEST_TEXT),
                            text("against", LONGEST_TEXT),
                            watch(),
                            sources());
            if (!problems.isEmpty()) {
                throw new ProblemException(Problem.refused(problems));
            }
            return new Submission(id, version, definition);
        }

        private void refuse(String field, String objection) {
            problems.add(new FieldProblem(field, field + " " + objection));
        }

        private static String known() {
            Set<String> known = new TreeSet<>(RequestReader.FIELDS);
            known.addAll(OWN);
            return String.join(", ", known);
        }

        private Optional<ScenarioId> id() {
            if (isAbsent(body.path("id"))) {
                return Optional.empty();
            }
            try {
                return Optional.of(new ScenarioId(body.path("id").asText()));
            } catch (IllegalArgumentException e) {
                refuse("id", String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        }

        private Optional<Integer> version() {
            JsonNode node = body.path("version");
            if (isAbsent(node)) {
                return Optional.empty();
            }
            if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < 1) {
                refuse("version", "must be an integer from 1 on");
                return Optional.empty();
            }
            return Optional.of(node.intValue());
        }

        /// Has what a simulation would be asked for read by what reads simulations.
        ///
        /// @param where goes before the fields that are wrong
        private void check(JsonNode run, String where) {
            try {
                requests.read(run);
            } catch (ProblemException e) {
                if (e.problem().violations().isEmpty()) {
                    refuse(where + "parameters", String.valueOf(e.problem().detail()));
                }
                e.problem().violations().stream()
                        .map(it -> new FieldProblem(where + it.field(), where + it.message()))
                        .forEach(problems::add);
            }
        }

        /// The same with something of its kind in the place of each binding: what is drawn by
        /// itself may be a number once it is bound, and the other way round.
        private void checkBound(ObjectNode run, Map<String, Reference> bindings) {
            ObjectNode bound = run.deepCopy();
            ObjectNode parameters = bound.withObjectProperty("parameters");
            for (Parameter it :
                    models.find(run.path("model").asText())
                            .orElseThrow()
                            .description()
                            .parameters()) {
                Reference reference = bindings.get(it.name());
                if (reference != null) {
                    parameters.set(
                            it.name(), BoundTrial.value(reference, it, parameters.path(it.name())));
                }
            }
            try {
                requests.read(bound);
            } catch (ProblemException e) {
                // A trial at which the arithmetic fails says nothing of what the ledger holds.
                e.problem().violations().stream()
                        .map(it ->
                                new FieldProblem(
                                        it.field(),
                                        it.message() + ", with what is bound in its place"))
                        .forEach(problems::add);
            }
        }

        private Map<String, Reference> bindings(String model) {
            Map<String, Reference> bindings = new LinkedHashMap<>();
            JsonNode node = body.path("bindings");
            if (isAbsent(node)) {
                return bindings;
            }
            if (!node.isObject() || node.size() > MOST_ITEMS) {
                refuse(
                        "bindings",
                        "must be an object by parameter, of at most %d".formatted(MOST_ITEMS));
                return bindings;
            }
            List<Parameter> parameters =
                    models.find(model).map(it -> it.description().parameters()).orElse(List.of());
            for (Map.Entry<String, JsonNode> it : node.properties()) {
                String field = "bindings." + it.getKey();
                Optional<Parameter> parameter =
                        parameters.stream()
                                .filter(one -> one.name().equals(it.getKey()))
                                .findFirst();
                try {
                    Reference reference = Reference.read(it.getValue());
                    bindings.put(it.getKey(), reference);
                    parameter.ifPresentOrElse(
                            to -> reference.objection(to).ifPresent(no -> refuse(field, no)),
                            () -> refuse(field, "is no parameter of " + model));
                } catch (IllegalArgumentException e) {
                    refuse(field, String.valueOf(e.getMessage()));
                }
            }
            return bindings;
        }

        private List<Variation> variations(ObjectNode run) {
            List<Variation> variations = new ArrayList<>();
            int number = 0;
            for (JsonNode it : list("variations")) {
                String field = "variations[%d]".formatted(++number);
                JsonNode title = it.path("title");
                if (!isText(title, LONGEST_TITLE) || !it.path("parameters").isObject()) {
                    refuse(field, "must have a title and parameters");
                    continue;
                }
                // What is no object is refused by itself, and nothing can be laid over it.
                if (!run.has("parameters") || run.path("parameters").isObject()) {
                    check(Overlay.parameters(run, it.path("parameters")), field + ".");
                }
                variations.add(new Variation(title.textValue(), it.path("parameters")));
            }
            return variations;
        }

        private List<String> watch() {
            List<String> watch = new ArrayList<>();
            for (JsonNode it : list("watch")) {
                if (isText(it, LONGEST_TITLE)) {
                    watch.add(it.textValue());
                } else {
                    refuse("watch", "must hold texts of at most " + LONGEST_TITLE);
                }
            }
            return watch;
        }

        private List<Source> sources() {
            List<Source> sources = new ArrayList<>();
            for (JsonNode it : list("sources")) {
                JsonNode url = it.path("url");
                if (!isText(it.path("title"), LONGEST_TITLE)
                        || !(isAbsent(url) || (isText(url, LONGEST_URL) && isWeb(url.asText())))) {
                    refuse(
                            "sources",
                            "must each have a title and, if they have one, a web address");
                } else {
                    sources.add(
                            new Source(
                                    it.path("title").asText(),
                                    isAbsent(url) ? null : url.asText()));
                }
            }
            return sources;
        }

        private JsonNode list(String field) {
            JsonNode node = body.path(field);
            if (!isAbsent(node) && (!node.isArray() || node.size() > MOST_ITEMS)) {
                refuse(field, "must be a list of at most %d".formatted(MOST_ITEMS));
                return JsonNodeFactory.instance.arrayNode();
            }
            return node;
        }

        private String text(String field, int longest) {
            JsonNode node = body.path(field);
            if (isAbsent(node)) {
                return "";
            }
            if (!node.isTextual() || node.textValue().length() > longest) {
                refuse(field, "must be a text of at most %d characters".formatted(longest));
                return "";
            }
            return node.textValue().strip();
        }
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static boolean isText(JsonNode node, int longest) {
        return node.isTextual()
                && !node.textValue().isBlank()
                && node.textValue().length() <= longest;
    }

    private static boolean isWeb(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
