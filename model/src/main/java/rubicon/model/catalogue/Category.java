package rubicon.model.catalogue;

import java.util.List;

/// A kind of work in AI research and development, and what speaks of how far it is automated.
///
/// @param strength how well the counted indicators speak for the category
/// @param strengthReason why it is called so, for readers
/// @param counted what enters the category's position
/// @param shown what stands beside the category without being counted
public record Category(
        CategoryId id,
        String title,
        String description,
        Strength strength,
        String strengthReason,
        List<Counted> counted,
        List<Shown> shown) {
    public Category {
        counted = List.copyOf(counted);
        shown = List.copyOf(shown);
    }

    /// An indicator that is counted. Only bounded ones can be: a speed-up without upper end has no
    /// saturation.
    ///
    /// @param weight relative to the category's other counted indicators, in (0, 1]
    public record Counted(IndicatorId indicator, double weight) {
        public Counted {
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException(
                        "%s: weight %s is not in (0, 1]".formatted(indicator, weight));
            }
        }
    }

    /// An indicator that is shown and not counted.
    ///
    /// @param reason why not, for readers
    public record Shown(IndicatorId indicator, String reason) {}
}
