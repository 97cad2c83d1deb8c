package rubicon.ingest.platform;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.PagePayload;

/// A place in a list that is ordered by time, newest first, then by id: what comes after it stays
/// the same however much that is newer arrives. To a client its text means nothing.
public record Keyset(Instant at, String id) {
    /// Before the first of every list.
    public static final Keyset START =
            new Keyset(Instant.parse("9999-12-31T23:59:59Z"), new UUID(0, 0).toString());

    /// The place that a cursor names; the start where none is given.
    ///
    /// @throws ProblemException if it is no cursor
    public static Keyset of(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int split = text.indexOf(' ');
            if (split > 0 && text.indexOf('\0') < 0) {
                return new Keyset(
                        Times.instant(text.substring(0, split)), text.substring(split + 1));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // answered below, like one without its two parts
        }
        throw refused(cursor);
    }

    /// The id of a list whose ids are UUIDs.
    ///
    /// @throws ProblemException if it is none
    public UUID uuid() {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw refused(text());
        }
    }

    /// As a cursor.
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /// A page of what was read, with the cursor of the next where there is one.
    ///
    /// @param read up to one more than `limit`
    /// @param place of an item in its list
    public static <T> PagePayload<T> page(List<T> read, int limit, Function<T, Keyset> place) {
        boolean more = read.size() > limit;
        List<T> items = more ? read.subList(0, limit) : read;
        return new PagePayload<>(items, more ? place.apply(items.getLast()).text() : null, null);
    }

    private static ProblemException refused(String cursor) {
        return ProblemException.refused(
                "cursor", "'%s' is no cursor of this list".formatted(cursor));
    }
}
