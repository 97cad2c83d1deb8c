package rubicon.simulator.scenario.takeoff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rubicon.model.stats.Discrete;
import rubicon.model.stats.Distribution;
import rubicon.model.stats.LogNormal;
import rubicon.model.stats.Mixture;
import rubicon.model.stats.Normal;
import rubicon.model.stats.Truncated;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Scale;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Value;

/// Parameters that all variants share, and how the others are written down.
final class Terms {
    static final Parameter VARIANT =
            new Parameter(
                            "variant",
                            "–",
                            "1",
                            "Which engine tells the story; they differ in what they take for the"
                                    + " bottleneck.",
                            Domain.Choice.of(
                                    Arrays.stream(Variant.values())
                                            .map(Variant::text)
                                            .toArray(String[]::new)),
                            new Value.Text(Variant.SIE.text()),
                            Optional.empty(),
                            Origin.OURS,
                            "the simplest one with published probabilities")
                    .asSetting();
    static final Parameter PATH_YEARS =
            setting(
                    "pathYears",
                    "–",
                    "years",
                    "Length of the path that is shown.",
                    new Domain.Real(0.5, 30),
                    10,
                    "long enough for most stories to end");

    private Terms() {}

    /// A number that a Monte Carlo run draws from a published distribution.
    static Parameter published(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain.Real domain,
            double value,
            Distribution prior,
            String source) {
        return drawn(name, symbol, unit, meaning, domain, value, prior, Origin.SOURCE, source);
    }

    /// A number that a Monte Carlo run draws from a distribution of our choice.
    static Parameter ours(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain.Real domain,
            double value,
            Distribution prior,
            String source) {
        return drawn(name, symbol, unit, meaning, domain, value, prior, Origin.OURS, source);
    }

    private static Parameter drawn(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain.Real domain,
            double value,
            Distribution prior,
            Origin origin,
            String source) {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                domain,
                new Value.Real(value),
                Optional.of(cut(prior, domain)),
                origin,
                source);
    }

    /// What has tails without end is cut where the parameter ends.
    private static Distribution cut(Distribution prior, Domain.Real domain) {
        return prior instanceof LogNormal || prior instanceof Normal || prior instanceof Mixture
                ? new Truncated(prior, domain.min(), domain.max())
                : prior;
    }

    /// 0 by default, drawn as 1 with a published probability.
    static Parameter oneOrNone(
            String name, String symbol, String meaning, double probability, String source) {
        return new Parameter(
                name,
                symbol,
                "1",
                meaning,
                new Domain.Whole(0, 1),
                new Value.Whole(0),
                Optional.of(
                        Discrete.weighted(
                                List.of(0.0, 1.0), List.of(1 - probability, probability))),
                Origin.SOURCE,
                source);
    }

    /// A number that nobody gives a distribution for.
    static Parameter fixed(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain.Real domain,
            double value,
            Origin origin,
            String source) {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                domain,
                new Value.Real(value),
                Optional.empty(),
                origin,
                source);
    }

    /// A number that belongs to the question.
    static Parameter setting(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain.Real domain,
            double value,
            String source) {
        return fixed(name, symbol, unit, meaning, domain, value, Origin.OURS, source).asSetting();
    }

    static Parameter choice(
            String name, String symbol, String meaning, String source, String... choices) {
        return new Parameter(
                name,
                symbol,
                "1",
                meaning,
                Domain.Choice.of(choices),
                new Value.Text(choices[0]),
                Optional.empty(),
                Origin.SOURCE,
                source);
    }

    static Domain.Real linear(double min, double max) {
        return new Domain.Real(min, max, Scale.LINEAR);
    }

    static Domain.Real log(double min, double max) {
        return new Domain.Real(min, max, Scale.LOG);
    }

    /// The log-normal distribution of a central 80 %.
    static Distribution central80(double low, double high) {
        return LogNormal.ofInterval(low, high, LogNormal.Z_80);
    }

    /// One more than such a value.
    static Distribution onePlus80(double low, double high) {
        LogNormal above = LogNormal.ofInterval(low, high, LogNormal.Z_80);
        return new LogNormal(above.mu(), above.sigma(), 1);
    }

    /// The same as only these variants need.
    static Parameter only(Parameter parameter, Variant... variants) {
        return parameter.onlyFor(
                VARIANT, Arrays.stream(variants).map(Variant::text).toArray(String[]::new));
    }
}
