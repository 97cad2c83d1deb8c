package rubicon.model.catalogue;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Evaluator;

/// A quantity that speaks of the automation of AI research and development. Another definition or
/// variant of a benchmark is another indicator.
///
/// @param normalisation null where the ends of the scale are those of [#bounds], or where there are
///   none
/// @param trend null where no trend is fitted
/// @param runs which eval runs its values can be computed from; null where they are not held as
///   runs
/// @param staleAfter silence after which the latest value counts as stale; null for never
/// @param sources ranked: of several sources of one result the first stands
/// @param evaluator assumed for observations that do not say
/// @param plausibility how many robust deviations a value may lie from those before it; null where
///   none is held for that
/// @param variants indicators that are never joined with this one in a line
/// @param version rises when the entry changes
public record Indicator(
        IndicatorId id,
        String title,
        Kind kind,
        Unit unit,
        Scale scale,
        Bounds bounds,
        Direction direction,
        @Nullable NoiseCeiling noiseCeiling,
        @Nullable DeclaredNormalisation normalisation,
        @Nullable HumanBaseline humanBaseline,
        View view,
        List<String> categories,
        DateMeaning date,
        Identity identity,
        @Nullable TrendWindow trend,
        @Nullable RunSuite runs,
        Feed feed,
        @Nullable Duration staleAfter,
        List<String> sources,
        Evaluator evaluator,
        Licence licence,
        String citation,
        String description,
        @Nullable Double plausibility,
        List<IndicatorId> variants,
        List<ReferenceLine> lines,
        int version) {
    public Indicator {
        categories = List.copyOf(categories);
        sources = List.copyOf(sources);
        variants = List.copyOf(variants);
        lines = List.copyOf(lines);
    }

    /// The place of a source in the ranking, 0 first; sources that the catalogue does not name come
    /// last, all alike.
    public int rankOf(String source) {
        int rank = sources.indexOf(source);
        return rank < 0 ? sources.size() : rank;
    }
}
