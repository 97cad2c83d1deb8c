package rubicon.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads known keys of a query. What can not be understood falls back and leaves a notice; unknown
/// keys are not looked at.
public final class QueryReader {
    private final Map<String, List<String>> query;
    private final List<String> notices = new ArrayList<>();

    /// Reads one query.
    ///
    /// @param query values by key, decoded, as the address gave them
    public QueryReader(Map<String, List<String>> query) {
        this.query = query;
    }

    /// The first value of a key; empty when absent or blank.
    public Optional<String> text(String key) {
        return query.getOrDefault(key, List.of()).stream()
                .findFirst()
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// A value with a meaning of its own.
    ///
    /// @param parse empty for what it does not understand
    /// @param allowed what would have been understood, for the notice
    public <T> Optional<T> value(String key, Function<String, Optional<T>> parse, String allowed) {
        Optional<String> text = text(key);
        Optional<T> value = text.flatMap(parse);
        if (text.isPresent() && value.isEmpty()) {
            notices.add(
                    "The address says %s=%s, which is not understood (%s); the default is shown."
                            .formatted(key, shortened(text.get()), allowed));
        }
        return value;
    }

    /// Adds what else a person must be told about the address.
    public void notice(String sentence) {
        notices.add(sentence);
    }

    /// The state with what was noticed on the way.
    public <S> Parsed<S> parsed(S state) {
        return new Parsed<>(state, notices);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
