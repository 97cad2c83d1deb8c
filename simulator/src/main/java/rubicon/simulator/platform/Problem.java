package rubicon.simulator.platform;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error as REST answers it (RFC 9457).
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        List<FieldProblem> violations) {
    private static final String MEDIA_TYPE = "application/problem+json";

    /// A fault by its field.
    public record FieldProblem(String field, String message) {}

    /// A problem without fields at fault.
    public static Problem of(int status, String title, @Nullable String detail) {
        return new Problem("about:blank", title, status, detail, List.of());
    }

    /// A request with fields at fault.
    ///
    /// @param violations at least one
    public static Problem refused(List<FieldProblem> violations) {
        return new Problem(
                "about:blank",
                "The request is not valid",
                400,
                violations.getFirst().message(),
                List.copyOf(violations));
    }

    /// The answer that tells it.
    public Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
