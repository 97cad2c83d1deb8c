package rubicon.ingest.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error as REST answers it (RFC 9457).
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        List<FieldProblem> violations) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /// A fault by its field.
    public record FieldProblem(String field, String message) {}

    public static Problem of(int status, String title, @Nullable String detail) {
        return new Problem("about:blank", title, status, detail, List.of());
    }
}
