package rubicon.simulator.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A model as a reader meets it.
///
/// @param question what the model answers, as a question
/// @param specVersion version of the mathematics; it changes when an output of the same parameters
///   does
/// @param parameters in the order of presentation, their names unique
/// @param outputs in the order of presentation, their names unique and none a parameter's
/// @param correlations which priors rise together, as published
/// @param sources where the idea and the equations come from, one a line
/// @param limits what the model leaves out, for the reader who wants to disagree
public record Description(
        ModelId id,
        String title,
        String question,
        String specVersion,
        List<Parameter> parameters,
        List<Output> outputs,
        List<PriorCorrelation> correlations,
        List<String> sources,
        List<String> limits) {

    /// Priors that rise together. A simulation draws them so unless it is told otherwise.
    ///
    /// @param first, second names of two drawable parameters
    /// @param spearman rank correlation, from −1 to 1
    /// @param source who says so
    public record PriorCorrelation(String first, String second, double spearman, String source) {

        /// From the correlation of the normal scores: `6/π·asin(ρ/2)`.
        public static PriorCorrelation ofScores(
                Parameter first, Parameter second, double pearson, String source) {
            return new PriorCorrelation(
                    first.name(), second.name(), 6 / Math.PI * Math.asin(pearson / 2), source);
        }
    }

    /// A model whose priors are independent.
    public Description(
            ModelId id,
            String title,
            String question,
            String specVersion,
            List<Parameter> parameters,
            List<Output> outputs,
            List<String> sources,
            List<String> limits) {
        this(id, title, question, specVersion, parameters, outputs, List.of(), sources, limits);
    }

    /// Throws an `IllegalArgumentException` for a name that is used twice or leads nowhere.
    public Description {
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
        correlations = List.copyOf(correlations);
        sources = List.copyOf(sources);
        limits = List.copyOf(limits);
        Set<String> names = new HashSet<>();
        parameters.forEach(parameter -> claim(names, parameter.name()));
        outputs.forEach(output -> claim(names, output.name()));
        List<Parameter> all = parameters;
        for (Parameter parameter : all) {
            parameter
                    .onlyFor()
                    .filter(it -> !isChoice(all, it))
                    .ifPresent(it -> {
                        throw new IllegalArgumentException(
                                "%s is only for %s of %s, which is no such choice"
                                        .formatted(parameter.name(), it.choices(), it.parameter()));
                    });
        }
        for (PriorCorrelation it : correlations) {
            if (!isDrawable(all, it.first()) || !isDrawable(all, it.second())) {
                throw new IllegalArgumentException(
                        "%s and %s cannot be drawn together".formatted(it.first(), it.second()));
            }
        }
        for (Output output : outputs) {
            if (output.along().isPresent() && !names.contains(output.along().get())) {
                throw new IllegalArgumentException(
                        "output %s runs along %s, which is neither parameter nor output"
                                .formatted(output.name(), output.along().get()));
            }
        }
    }

    private static boolean isDrawable(List<Parameter> parameters, String name) {
        return parameters.stream().anyMatch(it -> it.name().equals(name) && it.isDrawable());
    }

    private static boolean isChoice(List<Parameter> parameters, Parameter.OnlyFor onlyFor) {
        return parameters.stream()
                .anyMatch(it ->
                        it.name().equals(onlyFor.parameter())
                                && it.domain() instanceof Domain.Choice(var names)
                                && names.containsAll(onlyFor.choices()));
    }

    private static void claim(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("the name " + name + " is used twice");
        }
    }
}
