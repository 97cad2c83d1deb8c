package rubicon.ui.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `application/problem+json` as the ingest service sends it.
record ProblemPayload(
        @Nullable String title,
        @Nullable String detail,
        @Nullable List<ViolationPayload> violations) {

    record ViolationPayload(@Nullable String field, @Nullable String message) {}

    /// The sentences that a person can act on; empty when the problem says nothing.
    String readable() {
        if (violations != null && !violations.isEmpty()) {
            return String.join("; ", violations.stream().map(ProblemPayload::sentence).toList());
        }
        if (detail != null && !detail.isBlank()) {
            return detail;
        }
        return title == null ? "" : title;
    }

    private static String sentence(ViolationPayload violation) {
        String message = violation.message() == null ? "is not accepted" : violation.message();
        return violation.field() == null || violation.field().isBlank()
                ? message
                : violation.field() + ": " + message;
    }
}
