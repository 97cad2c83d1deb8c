package rubicon.ingest.automation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import rubicon.model.analysis.Result;
import rubicon.model.catalogue.DateMeaning;
import rubicon.model.catalogue.Indicator;
import rubicon.model.observation.Actor;
import rubicon.model.observation.ObservedOn.Precision;

/// The best of each model on an indicator, whatever it was run in and however hard it thought.
///
/// @param best by [#key]
record BenchmarkScores(Indicator indicator, Map<String, Result> best) {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern EFFORT =
            Pattern.compile(
                    "\\s*\\((?:minimal|low|medium|high|xhigh|max|none|(?:unknown |no |\\d+k )?thinking)"
                            + "(?: effort)?\\)$",
                    Pattern.CASE_INSENSITIVE);

    BenchmarkScores {
        best = new TreeMap<>(best);
    }

    static BenchmarkScores of(Indicator indicator, Collection<Result> results) {
        Map<String, Result> best = new TreeMap<>();
        for (Result it : results) {
            if (it.subject().actor() == Actor.AI && !it.subject().model().isBlank()) {
                best.merge(
                        key(it.subject().model()),
                        it,
                        (a, b) -> indicator.direction().isBeyond(b.value(), a.value()) ? b : a);
            }
        }
        return new BenchmarkScores(indicator, best);
    }

    /// A model's name in the form by which benchmarks are joined.
    static String key(String model) {
        return SPACES.matcher(name(model)).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /// A model's name without how hard it was let think: that is how it was run, as a scaffold is.
    static String name(String model) {
        return EFFORT.matcher(model.strip()).replaceFirst("");
    }

    /// When a model came out, by its best result here; empty where that does not say.
    Optional<LocalDate> releasedOn(String model) {
        return Optional.ofNullable(best.get(key(model)))
                .flatMap(it ->
                        Optional.ofNullable(it.subject().releasedOn())
                                .or(() ->
                                        indicator.date() == DateMeaning.RELEASE
                                                        && it.observedOn().precision()
                                                                == Precision.DAY
                                                ? Optional.of(it.observedOn().date())
                                                : Optional.empty()));
    }

    /// Whether it says of the models that both have nothing but what another variant of the same
    /// benchmark says, and of no other model anything.
    boolean isPartOf(BenchmarkScores other) {
        List<String> common = best.keySet().stream().filter(other.best::containsKey).toList();
        return !common.isEmpty()
                && common.size() == best.size()
                && (other.best.size() > best.size()
                        || indicator.id().compareTo(other.indicator.id()) < 0)
                && (indicator.variants().contains(other.indicator.id())
                        || other.indicator.variants().contains(indicator.id()))
                && common.stream().allMatch(it -> value(it) == other.value(it));
    }

    private double value(String model) {
        Result it = best.get(model);
        return it == null ? Double.NaN : it.value();
    }
}
