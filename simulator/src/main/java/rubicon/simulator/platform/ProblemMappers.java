package rubicon.simulator.platform;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import rubicon.simulator.platform.Problem.FieldProblem;

/// Turns every error of the REST API into `application/problem+json`.
public final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return e.problem().toResponse();
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response web(WebApplicationException e) {
        if (e.getCause() instanceof JacksonException cause) {
            return unreadable(cause);
        }
        return Problem.of(
                        e.getResponse().getStatus(),
                        e.getResponse().getStatusInfo().getReasonPhrase(),
                        null)
                .toResponse();
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response unreadable(JacksonException e) {
        return Problem.refused(List.of(new FieldProblem("body", "body " + fault(e)))).toResponse();
    }

    /// A handler of the framework's own stands closer to this one than to its supertype.
    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response mismatched(MismatchedInputException e) {
        return unreadable(e);
    }

    private static String fault(JacksonException e) {
        String original = Objects.requireNonNullElse(e.getOriginalMessage(), "");
        if (original.startsWith("Duplicate field")) {
            return "gives a field twice: " + original.substring("Duplicate field ".length());
        }
        return original.startsWith("Trailing token")
                ? "holds more than one JSON value"
                : "is no JSON";
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response unauthorized(UnauthorizedException e) {
        return challenge();
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response unauthorized(AuthenticationFailedException e) {
        return challenge();
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response forbidden(ForbiddenException e) {
        return Problem.of(403, "Forbidden", "your role does not allow this").toResponse();
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException e) {
        LOG.errorf(e, "Request failed error=%s", e.getMessage());
        return Problem.of(500, "Internal error", "the request could not be handled").toResponse();
    }

    private static Response challenge() {
        Problem problem = Problem.of(401, "Unauthorized", "a valid bearer token is needed");
        return Response.fromResponse(problem.toResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"rubicon\"")
                .build();
    }
}
