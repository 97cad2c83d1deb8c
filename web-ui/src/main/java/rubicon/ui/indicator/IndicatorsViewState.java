package rubicon.ui.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Kind;
import rubicon.model.catalogue.View;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// What of the catalogue is listed, and how it is divided.
///
/// @param text words that all must occur in title, id or description; empty for everything
/// @param view in lower case; empty for every level
/// @param kind in lower case, words joined by `-`; empty for every kind of quantity
/// @param category its id; empty for every kind of work
/// @param dataOnly whether only those are listed of which a value is held
public record IndicatorsViewState(
        String text,
        Optional<String> view,
        Optional<String> kind,
        Optional<String> category,
        boolean dataOnly,
        Grouping grouping) {
    static final IndicatorsViewState DEFAULT =
            new IndicatorsViewState(
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Grouping.LEVEL);

    static final List<String> VIEWS = words(View.values());
    static final List<String> KINDS = words(Kind.values());

    private static final int LONGEST = 200;

    public IndicatorsViewState {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /// Everything of one kind of work.
    public static IndicatorsViewState ofCategory(String category) {
        return DEFAULT.withCategory(Optional.of(category));
    }

    static Parsed<IndicatorsViewState> parse(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        return reader.parsed(
                new IndicatorsViewState(
                        reader.text("q").orElse(""),
                        reader.value("view", one(VIEWS), String.join(", ", VIEWS)),
                        reader.value("kind", one(KINDS), String.join(", ", KINDS)),
                        reader.text("category"),
                        reader.value("data", one(List.of("true", "false")), "true or false")
                                .map("true"::equals)
                                .orElse(false),
                        reader.value("group", Grouping::of, "level, kind or none")
                                .orElse(Grouping.LEVEL)));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        Map<String, String> query = new TreeMap<>();
        if (!text.isEmpty()) {
            query.put("q", text);
        }
        view.ifPresent(it -> query.put("view", it));
        kind.ifPresent(it -> query.put("kind", it));
        category.ifPresent(it -> query.put("category", it));
        if (dataOnly) {
            query.put("data", "true");
        }
        if (grouping != Grouping.LEVEL) {
            query.put("group", grouping.word());
        }
        return query;
    }

    /// Whether an indicator is listed, its data aside.
    boolean matches(IndicatorPayload indicator) {
        return view.map(it -> it.equals(word(indicator.view()))).orElse(true)
                && kind.map(it -> it.equals(word(indicator.kind()))).orElse(true)
                && category.map(it ->
                                indicator.categories() != null
                                        && indicator.categories().contains(it))
                        .orElse(true)
                && saysEveryWord(indicator);
    }

    IndicatorsViewState withText(String words) {
        return new IndicatorsViewState(words, view, kind, category, dataOnly, grouping);
    }

    IndicatorsViewState withView(Optional<String> word) {
        return new IndicatorsViewState(text, word, kind, category, dataOnly, grouping);
    }

    IndicatorsViewState withKind(Optional<String> word) {
        return new IndicatorsViewState(text, view, word, category, dataOnly, grouping);
    }

    IndicatorsViewState withCategory(Optional<String> id) {
        return new IndicatorsViewState(text, view, kind, id, dataOnly, grouping);
    }

    IndicatorsViewState withDataOnly(boolean only) {
        return new IndicatorsViewState(text, view, kind, category, only, grouping);
    }

    IndicatorsViewState withGrouping(Grouping next) {
        return new IndicatorsViewState(text, view, kind, category, dataOnly, next);
    }

    private boolean saysEveryWord(IndicatorPayload indicator) {
        String hay =
                String.join(
                                " ",
                                String.valueOf(indicator.id()),
                                String.valueOf(indicator.title()),
                                String.valueOf(indicator.description()))
                        .toLowerCase(Locale.ROOT);
        for (String word : text.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!hay.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static Function<String, Optional<String>> one(List<String> words) {
        return text -> Optional.of(text.toLowerCase(Locale.ROOT)).filter(words::contains);
    }

    private static List<String> words(Enum<?>[] constants) {
        return Stream.of(constants).map(it -> word(it.name())).toList();
    }

    private static String word(@Nullable String constant) {
        return constant == null ? "" : constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
