package rubicon.ui.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// What of the catalogue is listed.
///
/// @param text words that all must occur in title, id or description; empty for everything
public record IndicatorsViewState(String text) {
    private static final int LONGEST = 200;

    public IndicatorsViewState {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    static Parsed<IndicatorsViewState> parse(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        return reader.parsed(new IndicatorsViewState(reader.text("q").orElse("")));
    }

    Map<String, String> toQuery() {
        return text.isEmpty() ? Map.of() : Map.of("q", text);
    }

    /// Whether an indicator is listed.
    boolean matches(IndicatorPayload indicator) {
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
}
