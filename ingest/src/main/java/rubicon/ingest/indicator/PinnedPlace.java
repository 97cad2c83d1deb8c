package rubicon.ingest.indicator;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Times;

/// A place in the rows of a ledger as it was at a moment: what is recorded later moves nothing. To
/// a client its text means nothing.
record PinnedPlace(Instant asOf, int offset) {

    /// The place that a cursor names; null where none is given.
    ///
    /// @throws ProblemException if it is no cursor
    static @Nullable PinnedPlace of(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int split = text.indexOf(' ');
            int offset = Integer.parseInt(text.substring(split + 1));
            if (split > 0 && offset >= 0) {
                return new PinnedPlace(Times.instant(text.substring(0, split)), offset);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // answered below, like one without its two parts
        }
        throw ProblemException.refused(
                "cursor", "'%s' is no cursor of this list".formatted(cursor));
    }

    /// As a cursor.
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((asOf + " " + offset).getBytes(StandardCharsets.UTF_8));
    }
}
