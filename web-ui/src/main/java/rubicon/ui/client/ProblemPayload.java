package rubicon.ui.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `application/problem+json` as the services send it.
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

    /// What is wrong with each field, by its name; the first sentence where there are several.
    Map<String, String> byField() {
        Map<String, String> byField = new LinkedHashMap<>();
        for (ViolationPayload it : violations == null ? List.<ViolationPayload>of() : violations) {
            if (it.field() != null && it.message() != null) {
                byField.putIfAbsent(it.field(), it.message());
            }
        }
        return byField;
    }

    private static String sentence(ViolationPayload violation) {
        String message = violation.message() == null ? "is not accepted" : violation.message();
        return violation.field() == null
                        || violation.field().isBlank()
                        || message.startsWith(violation.field() + " ")
                ? message
                : violation.field() + ": " + message;
    }
}
