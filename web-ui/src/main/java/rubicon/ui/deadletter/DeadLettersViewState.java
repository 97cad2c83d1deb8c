package rubicon.ui.deadletter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// Which dead letters are listed.
///
/// @param replayed whether they were sent again; empty for all
/// @param field that was at fault; empty for every field
/// @param cursor of a later page; empty for the newest
record DeadLettersViewState(
        Optional<Boolean> replayed, Optional<String> field, Optional<String> cursor) {
    static final DeadLettersViewState DEFAULT =
            new DeadLettersViewState(Optional.empty(), Optional.empty(), Optional.empty());

    static Parsed<DeadLettersViewState> parse(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        return reader.parsed(
                new DeadLettersViewState(
                        reader.value("replayed", DeadLettersViewState::flag, "true or false"),
                        reader.text("field"),
                        reader.text("cursor")));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        Map<String, String> query = new TreeMap<>();
        cursor.ifPresent(it -> query.put("cursor", it));
        field.ifPresent(it -> query.put("field", it));
        replayed.ifPresent(it -> query.put("replayed", it.toString()));
        return query;
    }

    /// Another choice begins with the newest again.
    DeadLettersViewState withReplayed(Optional<Boolean> other) {
        return new DeadLettersViewState(other, field, Optional.empty());
    }

    /// Another choice begins with the newest again.
    DeadLettersViewState withField(Optional<String> other) {
        return new DeadLettersViewState(replayed, other, Optional.empty());
    }

    DeadLettersViewState withCursor(Optional<String> other) {
        return new DeadLettersViewState(replayed, field, other);
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
