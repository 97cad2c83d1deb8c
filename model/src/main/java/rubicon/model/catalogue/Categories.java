package rubicon.model.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The categories, in the order in which they are shown.
public record Categories(List<Category> list) {
    public Categories {
        list = List.copyOf(list);
    }

    /// Categories that fit a catalogue.
    ///
    /// @throws IllegalArgumentException if two share an id, one names an indicator twice, one that
    ///   is not in the catalogue or one that is a forecast or an index, or an indicator names a
    ///   category that is not among them
    public static Categories of(Collection<Category> categories, Catalogue catalogue) {
        Set<String> ids = new HashSet<>();
        for (Category category : categories) {
            if (!ids.add(category.id().value())) {
                throw new IllegalArgumentException("two categories are called " + category.id());
            }
            Set<IndicatorId> named = new HashSet<>();
            for (IndicatorId indicator : indicatorsOf(category)) {
                if (catalogue.find(indicator).isEmpty()) {
                    throw new IllegalArgumentException(
                            "category %s: indicator %s is not in the catalogue"
                                    .formatted(category.id(), indicator));
                }
                Kind kind = catalogue.find(indicator).orElseThrow().kind();
                if (kind == Kind.FORECAST || kind == Kind.INDEX) {
                    // What is computed from categories would else feed itself.
                    throw new IllegalArgumentException(
                            "category %s: indicator %s is of kind %s, which is no evidence of work"
                                    .formatted(category.id(), indicator, kind));
                }
                if (!named.add(indicator)) {
                    throw new IllegalArgumentException(
                            "category %s names indicator %s twice"
                                    .formatted(category.id(), indicator));
                }
            }
        }
        for (Indicator indicator : catalogue.indicators().values()) {
            for (String category : indicator.categories()) {
                if (!ids.contains(category)) {
                    throw new IllegalArgumentException(
                            "indicator %s: there is no category %s"
                                    .formatted(indicator.id(), category));
                }
            }
        }
        return new Categories(List.copyOf(categories));
    }

    /// The category of that id.
    public Optional<Category> find(CategoryId id) {
        return list.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static List<IndicatorId> indicatorsOf(Category category) {
        List<IndicatorId> all = new ArrayList<>();
        category.counted().forEach(it -> all.add(it.indicator()));
        category.shown().forEach(it -> all.add(it.indicator()));
        return all;
    }
}
