package rubicon.ingest.intake;

import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.ProblemException;

/// Which dead letters a call asks for; null asks for all.
///
/// @param replayed whether they were sent again
/// @param field that was at fault first
/// @param source that the event named
record DeadLetterFilter(
        @Nullable Boolean replayed, @Nullable String field, @Nullable String source) {

    /// Of what the call said.
    ///
    /// @throws ProblemException if a part cannot be read
    static DeadLetterFilter of(
            @Nullable String replayed, @Nullable String field, @Nullable String source) {
        Boolean flag =
                switch (replayed) {
                    case null -> null;
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                            throw ProblemException.refused(
                                    "replayed",
                                    "'%s' is neither true nor false".formatted(replayed));
                };
        return new DeadLetterFilter(flag, held("field", field), held("source", source));
    }

    /// PostgreSQL keeps no text with U+0000.
    private static @Nullable String held(String name, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw ProblemException.refused(name, "has a character that nothing holds");
        }
        return text;
    }
}
