package rubicon.ui.indicator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may be told beside the values that count.
enum Layer {
    MILESTONES("Milestones"),
    CATEGORIES("Milestones of its categories"),
    POLICIES("Policy thresholds"),
    SUPERSEDED("Superseded thresholds"),
    FORECASTS("Forecasts by people"),
    DISPUTED("Disputed and held values"),
    RETRACTED("Retracted values");

    /// What is shown unless something else is asked for.
    static final Set<Layer> DEFAULT = Set.of(MILESTONES, POLICIES, FORECASTS);

    /// For an address in which nothing is shown.
    private static final String NONE = "none";

    private final String title;

    Layer(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /// As it stands in an address.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A set of layers as it stands in an address: `milestones,categories`, or `none`.
    static String key(Set<Layer> layers) {
        return layers.isEmpty()
                ? NONE
                : Stream.of(values())
                        .filter(layers::contains)
                        .map(Layer::key)
                        .collect(Collectors.joining(","));
    }

    /// Reads what `key` writes; empty where a word is not known.
    static Optional<Set<Layer>> parse(String text) {
        if (text.equals(NONE)) {
            return Optional.of(Set.of());
        }
        List<Optional<Layer>> found =
                Arrays.stream(text.split(",", -1)).map(word -> of(word.strip())).toList();
        return found.stream().allMatch(Optional::isPresent)
                ? Optional.of(Set.copyOf(found.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    /// The same layers with one of them changed.
    static Set<Layer> toggled(Set<Layer> layers, Layer changed) {
        Set<Layer> next = EnumSet.noneOf(Layer.class);
        next.addAll(layers);
        if (!next.remove(changed)) {
            next.add(changed);
        }
        return Set.copyOf(next);
    }

    private static Optional<Layer> of(String key) {
        return Stream.of(values()).filter(layer -> layer.key().equals(key)).findFirst();
    }
}
