package rubicon.simulator.platform;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
        String message = e.getOriginalMessage();
        String first =
                message == null ? "is no JSON" : message.lines().findFirst().orElse("is no JSON");
        return Problem.refused(List.of(new FieldProblem("body", first))).toResponse();
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
