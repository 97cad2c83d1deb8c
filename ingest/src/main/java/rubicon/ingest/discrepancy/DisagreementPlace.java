package rubicon.ingest.discrepancy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.ProblemException;

/// A place in the list of disagreements: what comes after it stays the same, whatever arrives
/// before it. To a client its text means nothing.
record DisagreementPlace(String indicator, String subject)
        implements Comparable<DisagreementPlace> {
    /// Before the first.
    static final DisagreementPlace START = new DisagreementPlace("", "");

    private static final Comparator<DisagreementPlace> ORDER =
            Comparator.comparing(DisagreementPlace::indicator)
                    .thenComparing(DisagreementPlace::subject);

    /// The place that a cursor names; the start where none is given.
    ///
    /// @throws ProblemException if it is no cursor
    static DisagreementPlace of(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int split = text.indexOf(' ');
            if (split > 0) {
                return new DisagreementPlace(text.substring(0, split), text.substring(split + 1));
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
                .encodeToString((indicator + " " + subject).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(DisagreementPlace other) {
        return ORDER.compare(this, other);
    }
}
