package rubicon.ui.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import rubicon.model.catalogue.Kind;
import rubicon.model.catalogue.View;
import rubicon.model.wire.CategoryPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.shell.Formats;

/// How a list of indicators is divided.
public enum Grouping {
    /// By level of abstraction, those of models by kind of work; indices and forecasts apart.
    LEVEL,
    /// By kind of quantity.
    KIND,
    /// Not at all.
    NONE;

    private static final String ACROSS = "Model: across kinds of work";

    /// As it stands in an address.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Grouping> of(String word) {
        return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /// The groups in their order, none empty.
    ///
    /// @param categories in the order in which they are shown
    SequencedMap<String, List<IndicatorPayload>> groups(
            List<IndicatorPayload> indicators, List<CategoryPayload> categories) {
        return switch (this) {
            case LEVEL -> byLevel(indicators, categories);
            case KIND -> byKind(indicators);
            case NONE -> group(List.of("Catalogue"), indicators, _ -> "Catalogue");
        };
    }

    /// By kind of quantity, which are never compared with each other.
    public static SequencedMap<String, List<IndicatorPayload>> byKind(
            List<IndicatorPayload> indicators) {
        return group(
                Stream.of(Kind.values()).map(it -> kind(it.name())).toList(),
                indicators,
                it -> kind(String.valueOf(it.kind())));
    }

    private static SequencedMap<String, List<IndicatorPayload>> byLevel(
            List<IndicatorPayload> indicators, List<CategoryPayload> categories) {
        Map<String, String> titles = new TreeMap<>();
        List<String> order = new ArrayList<>();
        order.add(ACROSS);
        for (CategoryPayload category : categories) {
            String title = "Model: " + String.valueOf(category.title()).toLowerCase(Locale.ROOT);
            titles.put(String.valueOf(category.id()), title);
            order.add(title);
        }
        Stream.of(View.RESEARCHER, View.LAB, View.ECONOMY)
                .forEach(it -> order.add(Formats.sentence(it.name())));
        order.add(kind(Kind.INDEX.name()));
        order.add(kind(Kind.FORECAST.name()));
        return group(order, indicators, it -> level(it, titles));
    }

    private static String level(IndicatorPayload it, Map<String, String> categories) {
        String kind = String.valueOf(it.kind());
        if (kind.equals(Kind.INDEX.name()) || kind.equals(Kind.FORECAST.name())) {
            return kind(kind);
        }
        if (!View.MODEL.name().equals(it.view())) {
            return Formats.sentence(it.view());
        }
        return it.categories() == null || it.categories().isEmpty()
                ? ACROSS
                : categories.getOrDefault(it.categories().getFirst(), ACROSS);
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "MEASUREMENT" -> "Measurements";
            case "RECORD_LEDGER" -> "Record ledgers";
            case "SHARE" -> "Shares";
            case "FORECAST" -> "Forecasts made here";
            case "INDEX" -> "Indices";
            default -> Formats.sentence(kind);
        };
    }

    private static SequencedMap<String, List<IndicatorPayload>> group(
            List<String> order,
            List<IndicatorPayload> indicators,
            Function<IndicatorPayload, String> title) {
        SequencedMap<String, List<IndicatorPayload>> groups = new LinkedHashMap<>();
        order.forEach(it -> groups.put(it, new ArrayList<>()));
        indicators.forEach(
                it -> groups.computeIfAbsent(title.apply(it), _ -> new ArrayList<>()).add(it));
        groups.values().removeIf(List::isEmpty);
        return groups;
    }
}
