package rubicon.ingest.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Problem.FieldProblem;

/// What a user can cause, on its way to the answer.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    /// 400, with each fault named.
    public static ProblemException refused(List<FieldProblem> violations) {
        return new ProblemException(
                new Problem(
                        "about:blank",
                        "The request is not valid",
                        400,
                        violations.getFirst().field() + " " + violations.getFirst().message(),
                        List.copyOf(violations)));
    }

    /// 400 for one field.
    public static ProblemException refused(String field, String message) {
        return refused(List.of(new FieldProblem(field, message)));
    }

    /// The body of a call that needs one.
    ///
    /// @throws ProblemException if it is empty or `null`
    public static <T> T needed(@Nullable T body) {
        if (body == null) {
            throw refused("body", "is missing");
        }
        return body;
    }

    /// 403 for something that nobody may have, whoever they are.
    public static ProblemException forbidden(String title, String why) {
        return new ProblemException(Problem.of(403, title, why));
    }

    /// 404.
    public static ProblemException notFound(String what) {
        return new ProblemException(Problem.of(404, "Not found", what));
    }

    /// 409.
    public static ProblemException conflict(String what) {
        return new ProblemException(Problem.of(409, "Conflict", what));
    }

    /// 503.
    public static ProblemException busy(String why) {
        return new ProblemException(Problem.of(503, "Busy", why));
    }

    public Problem problem() {
        return problem;
    }
}
