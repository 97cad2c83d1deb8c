package rubicon.ingest.evalrun;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.wire.EvalRunRowPayload;

/// A place in the list of runs, which is ordered by what a run is known by, for that never changes:
/// a run whose agent is renamed meanwhile is neither told twice nor left out. To a client its text
/// means nothing.
record RunPlace(String source, String runId) {
    /// Before the first run.
    static final RunPlace START = new RunPlace("", "");

    /// Stands in no text that is kept.
    private static final String SEPARATOR = "\0";

    /// The place of a run.
    static RunPlace of(EvalRunRowPayload it) {
        return new RunPlace(it.source(), it.runId());
    }

    /// The place that a cursor names; the start where none is given.
    ///
    /// @throws ProblemException if it is no cursor
    static RunPlace of(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(SEPARATOR, -1));
            if (parts.size() == 2) {
                return new RunPlace(parts.get(0), parts.get(1));
            }
        } catch (IllegalArgumentException e) {
            // answered below, like one without its two parts
        }
        throw ProblemException.refused(
                "cursor", "'%s' is no cursor of this list".formatted(cursor));
    }

    /// As a cursor.
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        String.join(SEPARATOR, source, runId).getBytes(StandardCharsets.UTF_8));
    }
}
