package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import rubicon.ui.client.ScenarioModelPayload.ColumnPayload;

/// Medians of distributions as simulations take them, by the same functions as the simulator's own.
final class Medians {
    private Medians() {}

    /// The median of what a cell is drawn from, cut at the column's range as a simulation cuts it.
    ///
    /// @return empty if it is no distribution, which is the simulator's to say
    static Optional<Double> of(JsonNode distribution, Optional<ColumnPayload> column) {
        double least = column.map(it -> bound(it.min())).orElse(Double.NaN);
        double most = column.map(it -> bound(it.max())).orElse(Double.NaN);
        try {
            Distribution whole = read(distribution);
            Distribution cut =
                    Double.isNaN(least) && Double.isNaN(most)
                            ? whole
                            : new Truncated(
                                    whole,
                                    Double.isNaN(least) ? Double.NEGATIVE_INFINITY : least,
                                    Double.isNaN(most) ? Double.POSITIVE_INFINITY : most);
            return Optional.of(cut.quantile(0.5)).filter(Double::isFinite);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static double bound(@Nullable JsonNode end) {
        return end != null && end.isNumber() ? end.asDouble() : Double.NaN;
    }

    private static Distribution read(JsonNode node) {
        double low = number(node, "low");
        double high = number(node, "high");
        double mode = number(node, "mode");
        Distribution whole =
                switch (node.path("distribution").asText()) {
                    case "point" -> new Fixed(number(node, "value"));
                    case "uniform" -> new Uniform(low, high);
                    case "loguniform" -> new LogUniform(low, high);
                    case "normal" -> normal(node);
                    case "lognormal" -> logNormal(node);
                    case "beta" -> new Beta(number(node, "a"), number(node, "b"));
                    case "triangular" -> new Triangular(low, mode, high);
                    case "pert" -> new Pert(low, mode, high);
                    case "choice" ->
                            Discrete.weighted(numbers(node, "values"), numbers(node, "weights"));
                    case "empirical" -> Discrete.empirical(numbers(node, "values"));
                    case "mixture" -> mixture(node);
                    default -> throw new IllegalArgumentException("a kind that is not known");
                };
        return node.has("min") || node.has("max")
                ? new Truncated(
                        whole,
                        node.path("min").asDouble(Double.NEGATIVE_INFINITY),
                        node.path("max").asDouble(Double.POSITIVE_INFINITY))
                : whole;
    }

    private static Distribution normal(JsonNode node) {
        double p10 = number(node, "p10");
        double p90 = number(node, "p90");
        return node.has("p10")
                ? new Normal((p10 + p90) / 2, (p90 - p10) / (2 * LogNormal.Z_80))
                : new Normal(number(node, "mean"), number(node, "sd"));
    }

    private static Distribution logNormal(JsonNode node) {
        double shift = node.path("shift").asDouble(0);
        LogNormal plain =
                node.has("p10")
                        ? LogNormal.ofInterval(
                                number(node, "p10") - shift,
                                number(node, "p90") - shift,
                                LogNormal.Z_80)
                        : node.has("mean")
                                ? LogNormal.ofMoments(
                                        number(node, "mean") - shift, number(node, "sd"))
                                : new LogNormal(number(node, "mu"), number(node, "sigma"), 0);
        return new LogNormal(plain.mu(), plain.sigma(), shift);
    }

    private static Distribution mixture(JsonNode node) {
        List<Mixture.Part> parts = new ArrayList<>();
        for (JsonNode part : node.path("parts")) {
            parts.add(new Mixture.Part(number(part, "weight"), read(part.path("of"))));
        }
        return new Mixture(parts);
    }

    private static double number(JsonNode node, String field) {
        return node.path(field).asDouble(Double.NaN);
    }

    private static List<Double> numbers(JsonNode node, String field) {
        return node.path(field).valueStream().map(it -> it.asDouble(Double.NaN)).toList();
    }
}
