package rubicon.simulator.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.evaluation.Evaluation;
import rubicon.simulator.evaluation.Models;
import rubicon.simulator.montecarlo.Correlation;
import rubicon.simulator.montecarlo.Input;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.montecarlo.Sampling;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Series;

/// Reads what a call asks a run for, or names every field that is wrong.
@ApplicationScoped
public class RequestReader {
    /// What may be asked for.
    public static final Set<String> FIELDS =
            Set.of(
                    "model",
                    "parameters",
                    "samples",
                    "seed",
                    "asOf",
                    "sampling",
                    "correlations",
                    "thresholds",
                    "outputs",
                    "sobolPairs",
                    "timeLimit");

    private static final long DEFAULT_SAMPLES = 10_000;
    private static final int MOST_THRESHOLDS = 20;

    // Each has a summary of up to 16 kB in every part that is at work.
    private static final int MOST_SERIES = 3_000;

    // Each takes 64 kB of a worker, and the design for Sobol indices has two dimensions of each.
    private static final int MOST_INPUTS = 500;

    // Their matrix is decomposed.
    private static final int MOST_CORRELATIONS = 100;
    private static final int MOST_SOBOL_PAIRS = 65_536;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(10);

    private final Models models;
    private final SimulationConfig config;

    RequestReader(Models models, SimulationConfig config) {
        this.models = models;
        this.config = config;
    }

    /// Reads a call's body. Where nothing is drawn there is one sample, however many were asked
    /// for: all would be equal.
    ///
    /// @throws ProblemException that names what is wrong, or says that the model's arithmetic fails
    ///   at these values
    public Request read(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw refused(List.of(new FieldProblem("body", "body must be a JSON object")));
        }
        return new Reading(body).request();
    }

    private static ProblemException refused(List<FieldProblem> problems) {
        return new ProblemException(Problem.refused(problems));
    }

    /// The reading of one body; problems are gathered.
    private final class Reading {
        private final JsonNode body;
        private final List<FieldProblem> problems = new ArrayList<>();

        Reading(JsonNode body) {
            this.body = body;
        }

        Request request() {
            body.fieldNames()
                    .forEachRemaining(name -> {
                        if (!FIELDS.contains(name)) {
                            refuse(
                                    name,
                                    "is not known; there are " + String.join(", ", sorted(FIELDS)));
                        }
                    });
            String id = body.path("model").asText();
            Optional<ScenarioModel> found = models.find(id);
            if (found.isEmpty()) {
                refuse(
                        "model",
                        "must be one of "
                                + String.join(
                                        ", ",
                                        models.all().stream()
                                                .map(it -> it.description().id().value())
                                                .toList()));
                throw refused(problems);
            }
            ScenarioModel model = found.get();
            Description description = model.description();
            var parameters = new ParameterReader(description, this::refuse);
            parameters.read(body.path("parameters"));
            Resolution resolution = Assignment.resolve(description, parameters.values());
            if (resolution instanceof Resolution.Resolved(Assignment given)) {
                parameters.believe(model.beliefs(given));
            }
            List<Input> inputs = parameters.inputs();
            if (inputs.size() > MOST_INPUTS) {
                refuse(
                        "parameters",
                        "may have at most %d numbers that are drawn, not %d"
                                .formatted(MOST_INPUTS, inputs.size()));
                throw refused(problems);
            }
            long asked = whole("samples", DEFAULT_SAMPLES, 1, config.mostSamples());
            long samples = inputs.isEmpty() ? 1 : asked;
            long seed = whole("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE);
            int sobolPairs = (int) whole("sobolPairs", 0, 0, MOST_SOBOL_PAIRS);
            Sampling sampling = sampling();
            List<Correlation> correlations = correlations(description, inputs);
            if (sobolPairs > 0 && (inputs.isEmpty() || !correlations.isEmpty())) {
                refuse(
                        "sobolPairs",
                        "needs inputs that are drawn, and correlations as an empty list");
            }
            List<Output> outputs = outputs(description);
            Map<String, List<Double>> thresholds = thresholds(description);
            Duration limit = timeLimit();
            checkAsOf();
            if (resolution instanceof Resolution.Refused(var violations)) {
                violations.forEach(it -> problems.add(new FieldProblem(it.field(), it.message())));
            }
            if (!problems.isEmpty()) {
                throw refused(problems);
            }
            Assignment base =
                    switch (resolution) {
                        case Resolution.Resolved(Assignment assignment) -> assignment;
                        case Resolution.Refused _ ->
                                throw new IllegalStateException("a refusal has its violations");
                    };
            List<Series> series = Series.of(outputs, Evaluation.answers(model, base));
            if (series.size() > MOST_SERIES) {
                refuse(
                        "outputs",
                        "may hold at most %d numbers with all items of lists, not %d"
                                .formatted(MOST_SERIES, series.size()));
                throw refused(problems);
            }
            if (samples * series.size() > config.mostNumbers()) {
                refuse(
                        "samples",
                        ("times the %d numbers of a run may be at most %d, not %d: ask for fewer"
                                        + " samples or outputs")
                                .formatted(
                                        series.size(),
                                        config.mostNumbers(),
                                        samples * series.size()));
                throw refused(problems);
            }
            requireDesignInLimits(sobolPairs, inputs.size(), samples, series);
            return new Request(
                    new Plan(
                            model,
                            base,
                            inputs,
                            correlations,
                            series,
                            series.stream().map(it -> limits(it, thresholds)).toList(),
                            sampling,
                            samples,
                            seed),
                    sobolPairs,
                    limit,
                    body);
        }

        /// The runs of the design cost what samples cost.
        private void requireDesignInLimits(
                int sobolPairs, int inputs, long samples, List<Series> series) {
            long runs = sobolPairs * (inputs + 2L);
            long numbers = runs * series.stream().filter(Series::isScalar).count();
            if (runs > 0 && samples + runs > config.mostSamples()) {
                refuse(
                        "sobolPairs",
                        ("times %d, the inputs and two, are %d runs; with the %d samples they may"
                                        + " be at most %d")
                                .formatted(inputs + 2, runs, samples, config.mostSamples()));
            } else if (runs > 0 && samples * series.size() + numbers > config.mostNumbers()) {
                refuse(
                        "sobolPairs",
                        ("answer %d numbers; with the %d of the samples they may be at most %d:"
                                        + " ask for fewer of them, fewer samples or outputs")
                                .formatted(numbers, samples * series.size(), config.mostNumbers()));
            }
            if (!problems.isEmpty()) {
                throw refused(problems);
            }
        }

        private void refuse(String field, String objection) {
            problems.add(new FieldProblem(field, field + " " + objection));
        }

        private long whole(String field, long otherwise, long min, long max) {
            JsonNode node = body.path(field);
            if (node.isMissingNode() || node.isNull()) {
                return otherwise;
            }
            if (!node.isIntegralNumber()
                    || !node.canConvertToLong()
                    || node.longValue() < min
                    || node.longValue() > max) {
                refuse(
                        field,
                        "must be an integer from %d to %d, not %s"
                                .formatted(min, max, cut(node.toString())));
                return otherwise;
            }
            return node.longValue();
        }

        private Sampling sampling() {
            JsonNode node = body.path("sampling");
            if (node.isMissingNode() || node.isNull()) {
                return Sampling.LATIN_HYPERCUBE;
            }
            return Arrays.stream(Sampling.values())
                    .filter(it -> it.name().equals(node.asText()))
                    .findFirst()
                    .orElseGet(() -> {
                        refuse("sampling", "must be one of " + Arrays.toString(Sampling.values()));
                        return Sampling.LATIN_HYPERCUBE;
                    });
        }

        /// Those that the call gives; where it gives none those of the model's priors.
        private List<Correlation> correlations(Description description, List<Input> inputs) {
            List<String> names = inputs.stream().map(it -> it.slot().toString()).toList();
            List<Correlation> correlations = new ArrayList<>();
            Set<Set<Integer>> pairs = new HashSet<>();
            JsonNode asked = body.path("correlations");
            if (asked.isMissingNode() || asked.isNull()) {
                return description.correlations().stream()
                        .filter(it -> names.contains(it.first()) && names.contains(it.second()))
                        .map(it ->
                                new Correlation(
                                        names.indexOf(it.first()),
                                        names.indexOf(it.second()),
                                        it.spearman()))
                        .toList();
            }
            if (!asked.isArray() || asked.size() > MOST_CORRELATIONS) {
                refuse("correlations", "must be a list of at most %d".formatted(MOST_CORRELATIONS));
                return correlations;
            }
            for (JsonNode one : asked) {
                int first = names.indexOf(one.path("between").path(0).asText());
                int second = names.indexOf(one.path("between").path(1).asText());
                JsonNode spearman = one.path("spearman");
                if (first < 0
                        || second < 0
                        || first == second
                        || one.path("between").size() != 2
                        || !pairs.add(Set.of(first, second))) {
                    refuse(
                            "correlations",
                            "must each stand between two different ones of "
                                    + String.join(", ", names)
                                    + ", each pair once");
                } else if (!spearman.isNumber() || !(Math.abs(spearman.doubleValue()) <= 1)) {
                    refuse("correlations", "must each have a spearman from -1 to 1");
                } else {
                    correlations.add(new Correlation(first, second, spearman.doubleValue()));
                }
            }
            return correlations;
        }

        private List<Output> outputs(Description description) {
            List<Output> sampled =
                    description.outputs().stream().filter(Output::isSampled).toList();
            JsonNode node = body.path("outputs");
            if (node.isMissingNode() || node.isNull()) {
                return sampled;
            }
            Set<String> asked = new HashSet<>();
            node.forEach(it -> asked.add(it.asText()));
            List<Output> chosen = sampled.stream().filter(it -> asked.contains(it.name())).toList();
            if (!node.isArray() || chosen.isEmpty() || chosen.size() != asked.size()) {
                refuse(
                        "outputs",
                        "must be a list of some of "
                                + String.join(", ", sampled.stream().map(Output::name).toList()));
                return sampled;
            }
            return chosen;
        }

        private Map<String, List<Double>> thresholds(Description description) {
            Map<String, List<Double>> thresholds = new HashMap<>();
            JsonNode node = body.path("thresholds");
            if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
                refuse("thresholds", "must be an object of lists by output");
            }
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                boolean isOutput =
                        description.outputs().stream()
                                .anyMatch(it ->
                                        it.isSampled()
                                                && it.along().isEmpty()
                                                && it.name().equals(entry.getKey()));
                List<Double> values = new ArrayList<>();
                entry.getValue().forEach(it -> values.add(it.asDouble(Double.NaN)));
                if (!isOutput) {
                    refuse("thresholds." + cut(entry.getKey()), "is no output of one number");
                } else if (!entry.getValue().isArray()
                        || values.size() > MOST_THRESHOLDS
                        || !values.stream().allMatch(Double::isFinite)) {
                    refuse(
                            "thresholds." + entry.getKey(),
                            "must be a list of at most %d numbers".formatted(MOST_THRESHOLDS));
                } else {
                    thresholds.put(entry.getKey(), values.stream().distinct().sorted().toList());
                }
            }
            return thresholds;
        }

        private Duration timeLimit() {
            JsonNode node = body.path("timeLimit");
            if (node.isMissingNode() || node.isNull()) {
                return DEFAULT_LIMIT;
            }
            try {
                Duration limit = Duration.parse(node.asText());
                if (limit.isPositive() && limit.compareTo(LONGEST) <= 0) {
                    return limit;
                }
            } catch (DateTimeException e) {
                // Told below, as what is too long is.
            }
            refuse("timeLimit", "must be a duration such as PT5M, at most " + LONGEST);
            return DEFAULT_LIMIT;
        }

        /// What refers to the ledger was replaced before: here it only stays with the request.
        private void checkAsOf() {
            JsonNode node = body.path("asOf");
            if (node.isMissingNode() || node.isNull()) {
                return;
            }
            try {
                Instant.parse(node.asText());
            } catch (DateTimeException e) {
                refuse("asOf", "must be a moment such as 2026-11-20T00:00:00Z");
            }
        }
    }

    private static List<Double> limits(Series series, Map<String, List<Double>> asked) {
        return series.isScalar()
                ? asked.getOrDefault(series.output().name(), series.output().thresholds())
                : List.of();
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static String cut(String text) {
        int longest = 60;
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
