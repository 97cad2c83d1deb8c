package rubicon.model.researchloop;

import java.util.List;
import rubicon.model.catalogue.CategoryId;

/// What is known of a category.
///
/// @param weight of the category in the index, above 0
/// @param indicators that speak of it, counted or only shown; their order does not matter
public record CategoryEvidence(
        CategoryId category, double weight, List<IndicatorEvidence> indicators) {
    public CategoryEvidence {
        if (!(weight > 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("%s: weight %s".formatted(category, weight));
        }
        indicators =
                indicators.stream()
                        .sorted((a, b) -> a.indicator().compareTo(b.indicator()))
                        .toList();
    }
}
