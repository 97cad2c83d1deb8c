package rubicon.ui.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorPayload;

/// What of a catalogue entry changed from one version to the next.
final class EntryChange {
    /// A text that is longer is named, not repeated.
    private static final int SHORT = 40;

    /// What can change, by the name of its field.
    static final Map<String, Function<IndicatorPayload, @Nullable Object>> FIELDS = fields();

    private EntryChange() {}

    /// Each change in words: `sources`, or `staleAfter P90D → P120D` where both are short.
    static List<String> words(IndicatorPayload before, IndicatorPayload after) {
        List<String> changes = new ArrayList<>();
        FIELDS.forEach((name, field) -> {
            Object old = field.apply(before);
            Object now = field.apply(after);
            if (!Objects.equals(old, now)) {
                changes.add(isShort(old) && isShort(now) ? name + " " + old + " → " + now : name);
            }
        });
        return changes.isEmpty() ? List.of("where it is written") : changes;
    }

    private static boolean isShort(@Nullable Object value) {
        return value instanceof String text && text.length() <= SHORT;
    }

    private static Map<String, Function<IndicatorPayload, @Nullable Object>> fields() {
        Map<String, Function<IndicatorPayload, @Nullable Object>> fields = new LinkedHashMap<>();
        fields.put("title", IndicatorPayload::title);
        fields.put("description", IndicatorPayload::description);
        fields.put("kind", IndicatorPayload::kind);
        fields.put("unit", IndicatorPayload::unit);
        fields.put("scale", IndicatorPayload::scale);
        fields.put("bounds", IndicatorPayload::bounds);
        fields.put("direction", IndicatorPayload::direction);
        fields.put("noiseCeiling", IndicatorPayload::noiseCeiling);
        fields.put("normalisation", IndicatorPayload::normalisation);
        fields.put("humanBaseline", IndicatorPayload::humanBaseline);
        fields.put("view", IndicatorPayload::view);
        fields.put("categories", IndicatorPayload::categories);
        fields.put("date", IndicatorPayload::date);
        fields.put("identity", IndicatorPayload::identity);
        fields.put("trend", IndicatorPayload::trend);
        fields.put("runs", IndicatorPayload::runs);
        fields.put("feed", IndicatorPayload::feed);
        fields.put("staleAfter", IndicatorPayload::staleAfter);
        fields.put("sources", IndicatorPayload::sources);
        fields.put("evaluator", IndicatorPayload::evaluator);
        fields.put("licence", IndicatorPayload::licence);
        fields.put("citation", IndicatorPayload::citation);
        fields.put("plausibility", IndicatorPayload::plausibility);
        fields.put("variants", IndicatorPayload::variants);
        fields.put("lines", IndicatorPayload::lines);
        return fields;
    }
}
