package rubicon.ingest.indicator;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.ledger.RowPlace;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Times;

/// A place in the rows of a ledger as it was at a moment: what is recorded later moves nothing. To
/// a client its text means nothing.
record PinnedPlace(Instant asOf, RowPlace place) {

    /// What no source and no key has in it: the ledger cannot keep it.
    private static final String BETWEEN = "\0";

    /// The place that a cursor names; null where none is given.
    ///
    /// @throws ProblemException if it is no cursor
    static @Nullable PinnedPlace of(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(BETWEEN, -1);
            if (parts.length == 5) {
                LocalDate date = parts[1].isEmpty() ? null : Times.day(parts[1]);
                return new PinnedPlace(
                        Times.instant(parts[0]),
                        new RowPlace(date, parts[3], parts[4], Integer.parseInt(parts[2])));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // answered below, like one without its parts
        }
        throw ProblemException.refused(
                "cursor", "'%s' is no cursor of this list".formatted(cursor));
    }

    /// As a cursor.
    String text() {
        String date = place.date() == null ? "" : place.date().toString();
        String text =
                String.join(
                        BETWEEN,
                        asOf.toString(),
                        date,
                        Integer.toString(place.revision()),
                        place.source(),
                        place.externalId());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
