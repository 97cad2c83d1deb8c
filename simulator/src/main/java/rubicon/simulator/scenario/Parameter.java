package rubicon.simulator.scenario;

import java.util.List;
import java.util.Optional;
import rubicon.model.stats.Distribution;
import rubicon.model.stats.Truncated;

/// A quantity that the user of a model may set.
///
/// @param name as written in requests and answers, in camel case
/// @param symbol as in the model's equations
/// @param unit what one of it is; `1` for a pure number
/// @param meaning one sentence that a reader without the equations understands
/// @param defaultValue taken where none is given; inside the domain
/// @param prior what is believed of a number before any evidence; empty where neither source nor
///   data suggests anything
/// @param origin of the default
/// @param source who says so: publication, fit, or the reason of our choice
/// @param use whether it belongs to the world or to the question
/// @param onlyFor empty where it always matters
public record Parameter(
        String name,
        String symbol,
        String unit,
        String meaning,
        Domain domain,
        Value defaultValue,
        Optional<Distribution> prior,
        Origin origin,
        String source,
        Use use,
        Optional<OnlyFor> onlyFor) {

    /// What a parameter is for.
    public enum Use {
        /// An assumption on the world; if it is a number, a Monte Carlo run may draw it.
        ASSUMPTION,
        /// The question that is asked, such as the end of a curve: never drawn.
        SETTING
    }

    /// The choices of another parameter for which a parameter matters; for others it is left alone.
    public record OnlyFor(String parameter, List<String> choices) {
        public OnlyFor {
            choices = List.copyOf(choices);
        }
    }

    public Parameter {
        domain.objection(defaultValue)
                .ifPresent(objection -> {
                    throw new IllegalArgumentException("default of " + name + " " + objection);
                });
        defaultValue = domain.ordered(defaultValue);
        if (prior.isPresent() && !(domain.isNumeric() && use == Use.ASSUMPTION)) {
            throw new IllegalArgumentException(name + " cannot be drawn and has a prior");
        }
    }

    /// An assumption that always matters.
    public Parameter(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain domain,
            Value defaultValue,
            Optional<Distribution> prior,
            Origin origin,
            String source) {
        this(
                name,
                symbol,
                unit,
                meaning,
                domain,
                defaultValue,
                prior,
                origin,
                source,
                Use.ASSUMPTION,
                Optional.empty());
    }

    /// The same with what is believed of it before any evidence, cut where its range ends.
    public Parameter believed(Distribution distribution) {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                domain,
                defaultValue,
                Optional.of(
                        domain instanceof Domain.Real(double min, double max, _)
                                        && (distribution.quantile(0) < min
                                                || distribution.quantile(1) > max)
                                ? new Truncated(distribution, min, max)
                                : distribution),
                origin,
                source,
                use,
                onlyFor);
    }

    /// The same as a part of the question.
    public Parameter asSetting() {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                domain,
                defaultValue,
                prior,
                origin,
                source,
                Use.SETTING,
                onlyFor);
    }

    /// The same, of matter only where another parameter has one of these values.
    public Parameter onlyFor(Parameter other, String... choices) {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                domain,
                defaultValue,
                prior,
                origin,
                source,
                use,
                Optional.of(new OnlyFor(other.name(), List.of(choices))));
    }

    /// Whether a Monte Carlo run may draw it (cells of a table of assumptions aside).
    public boolean isDrawable() {
        return use == Use.ASSUMPTION && domain.isNumeric();
    }
}
