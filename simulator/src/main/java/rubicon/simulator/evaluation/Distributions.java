package rubicon.simulator.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rubicon.model.stats.Beta;
import rubicon.model.stats.Discrete;
import rubicon.model.stats.Distribution;
import rubicon.model.stats.Fixed;
import rubicon.model.stats.LogNormal;
import rubicon.model.stats.LogUniform;
import rubicon.model.stats.Mixture;
import rubicon.model.stats.Normal;
import rubicon.model.stats.Pert;
import rubicon.model.stats.Triangular;
import rubicon.model.stats.Truncated;
import rubicon.model.stats.Uniform;

/// Distributions between JSON and the models: an object with the field `distribution` and the
/// numbers that this one needs. `min` and `max` cut any of them.
public final class Distributions {
    private static final double Z_80 = LogNormal.Z_80;
    static final int MOST_VALUES = 10_000;
    static final int MOST_PARTS = 20;
    private static final int DEEPEST = 3;

    // Beyond, the numbers of a Beta distribution are no longer to be computed.
    private static final double LEAST_SHAPE = 1e-3;
    private static final double LARGEST_SHAPE = 1e9;

    private Distributions() {}

    /// Whether a value is meant as a distribution.
    public static boolean isOne(JsonNode node) {
        return node.isObject() && node.has("distribution");
    }

    /// A distribution as it was sent.
    ///
    /// @throws IllegalArgumentException with a sentence that says what is wrong with it
    public static Distribution read(JsonNode node) {
        return read(node, 1);
    }

    private static Distribution read(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "a distribution may stand at most %d deep in others".formatted(DEEPEST - 1));
        }
        var fields = new Fields(node);
        String kind = fields.text("distribution");
        Distribution whole =
                switch (kind) {
                    case "point" -> new Fixed(fields.number("value"));
                    case "uniform" -> new Uniform(fields.number("low"), fields.number("high"));
                    case "loguniform" ->
                            new LogUniform(fields.number("low"), fields.number("high"));
                    case "normal" -> normal(fields);
                    case "lognormal" -> logNormal(fields);
                    case "beta" -> new Beta(fields.shape("a"), fields.shape("b"));
                    case "triangular" ->
                            new Triangular(
                                    fields.number("low"),
                                    fields.number("mode"),
                                    fields.number("high"));
                    case "pert" ->
                            new Pert(
                                    fields.number("low"),
                                    fields.number("mode"),
                                    fields.number("high"));
                    case "choice" ->
                            Discrete.weighted(fields.numbers("values"), fields.numbers("weights"));
                    case "empirical" -> Discrete.empirical(fields.numbers("values"));
                    case "mixture" -> mixture(fields, depth);
                    default ->
                            throw new IllegalArgumentException(
                                    "distribution must be one of point, uniform, loguniform,"
                                            + " normal, lognormal, beta, triangular, pert, choice,"
                                            + " empirical, mixture");
                };
        double min = fields.has("min") ? fields.number("min") : Double.NEGATIVE_INFINITY;
        double max = fields.has("max") ? fields.number("max") : Double.POSITIVE_INFINITY;
        fields.refuseOthers(kind);
        return Double.isInfinite(min) && Double.isInfinite(max)
                ? whole
                : new Truncated(whole, min, max);
    }

    /// A distribution as it is answered; read again it is the same.
    public static Map<String, Object> write(Distribution distribution) {
        return switch (distribution) {
            case Fixed(double value) -> of("point", "value", value);
            case Uniform(double low, double high) -> of("uniform", "low", low, "high", high);
            case LogUniform(double low, double high) -> of("loguniform", "low", low, "high", high);
            case Normal(double mean, double sd) -> of("normal", "mean", mean, "sd", sd);
            case LogNormal(double mu, double sigma, double shift) ->
                    of("lognormal", "mu", mu, "sigma", sigma, "shift", shift);
            case Beta(double a, double b) -> of("beta", "a", a, "b", b);
            case Triangular(double low, double mode, double high) ->
                    of("triangular", "low", low, "mode", mode, "high", high);
            case Pert(double low, double mode, double high) ->
                    of("pert", "low", low, "mode", mode, "high", high);
            case Discrete discrete ->
                    of("choice", "values", discrete.values(), "weights", weights(discrete));
            case Mixture(var parts) ->
                    of("mixture", "parts", parts.stream().map(Distributions::part).toList());
            case Truncated(Distribution whole, double low, double high) -> {
                Map<String, Object> written = new LinkedHashMap<>(write(whole));
                // What is cut twice is what lies between the inner bounds.
                if (Double.isFinite(low)) {
                    written.merge("min", low, (a, b) -> Math.max((double) a, (double) b));
                }
                if (Double.isFinite(high)) {
                    written.merge("max", high, (a, b) -> Math.min((double) a, (double) b));
                }
                yield written;
            }
        };
    }

    /// In an order that is the same everywhere: equal runs give equal bytes.
    private static Map<String, Object> part(Mixture.Part part) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("weight", part.weight());
        written.put("of", write(part.distribution()));
        return written;
    }

    private static Distribution normal(Fields fields) {
        if (!fields.has("p10")) {
            return new Normal(fields.number("mean"), fields.number("sd"));
        }
        double p10 = fields.number("p10");
        double p90 = fields.number("p90");
        return new Normal((p10 + p90) / 2, (p90 - p10) / (2 * Z_80));
    }

    private static Distribution logNormal(Fields fields) {
        double shift = fields.has("shift") ? fields.number("shift") : 0;
        LogNormal plain;
        if (fields.has("p10")) {
            plain =
                    LogNormal.ofInterval(
                            fields.number("p10") - shift, fields.number("p90") - shift, Z_80);
        } else if (fields.has("mean")) {
            plain = LogNormal.ofMoments(fields.number("mean") - shift, fields.number("sd"));
        } else {
            plain = new LogNormal(fields.number("mu"), fields.number("sigma"), 0);
        }
        return new LogNormal(plain.mu(), plain.sigma(), shift);
    }

    private static Distribution mixture(Fields fields, int depth) {
        JsonNode parts = fields.node("parts");
        if (!parts.isArray() || parts.isEmpty() || parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException("parts must be a list of 1 to " + MOST_PARTS);
        }
        List<Mixture.Part> read = new ArrayList<>();
        for (JsonNode part : parts) {
            var of = new Fields(part);
            read.add(new Mixture.Part(of.number("weight"), read(of.node("of"), depth + 1)));
            of.refuseOthers("part of a mixture");
        }
        return new Mixture(read);
    }

    private static List<Double> weights(Discrete discrete) {
        List<Double> weights = new ArrayList<>();
        double below = 0;
        for (double share : discrete.cumulativeShares()) {
            weights.add(share - below);
            below = share;
        }
        return weights;
    }

    private static Map<String, Object> of(String kind, Object... fields) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("distribution", kind);
        for (int i = 0; i < fields.length; i += 2) {
            written.put((String) fields[i], fields[i + 1]);
        }
        return written;
    }

    /// The fields of an object, each to be asked for.
    private record Fields(JsonNode object, Set<String> asked) {
        Fields(JsonNode object) {
            this(object, new HashSet<>());
            if (!object.isObject()) {
                throw new IllegalArgumentException("a distribution must be an object");
            }
        }

        boolean has(String name) {
            return object.has(name);
        }

        JsonNode node(String name) {
            asked.add(name);
            return object.path(name);
        }

        String text(String name) {
            return node(name).asText();
        }

        double number(String name) {
            JsonNode node = node(name);
            if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
                throw new IllegalArgumentException(name + " must be a finite number");
            }
            return node.doubleValue();
        }

        double shape(String name) {
            double shape = number(name);
            if (shape < LEAST_SHAPE || shape > LARGEST_SHAPE) {
                throw new IllegalArgumentException(
                        "%s must be from %s to %s".formatted(name, LEAST_SHAPE, LARGEST_SHAPE));
            }
            return shape;
        }

        List<Double> numbers(String name) {
            JsonNode node = node(name);
            if (!node.isArray() || node.isEmpty() || node.size() > MOST_VALUES) {
                throw new IllegalArgumentException(
                        "%s must be a list of 1 to %d numbers".formatted(name, MOST_VALUES));
            }
            List<Double> numbers = new ArrayList<>();
            for (JsonNode item : node) {
                if (!item.isNumber()) {
                    throw new IllegalArgumentException(
                            "%s must be a list of 1 to %d numbers".formatted(name, MOST_VALUES));
                }
                numbers.add(item.doubleValue());
            }
            return numbers;
        }

        void refuseOthers(String kind) {
            object.fieldNames()
                    .forEachRemaining(name -> {
                        if (!asked.contains(name)) {
                            throw new IllegalArgumentException(
                                    "%s does not belong to a %s".formatted(name, kind));
                        }
                    });
        }
    }
}
