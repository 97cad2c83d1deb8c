package rubicon.ingest.platform;

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
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import rubicon.ingest.platform.Problem.FieldProblem;

/// Turns every error of the REST API into `application/problem+json`.
public final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return answer(e.problem());
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response json(WebApplicationException e) {
        if (e.getCause() instanceof JacksonException cause) {
            return answer(unreadable(cause));
        }
        int status = e.getResponse().getStatus();
        String title = e.getResponse().getStatusInfo().getReasonPhrase();
        return answer(Problem.of(status, title, null));
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response json(JacksonException e) {
        return answer(unreadable(e));
    }

    /// A handler of the framework's own stands closer to this one than to its supertype.
    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response json(MismatchedInputException e) {
        return answer(unreadable(e));
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
        return answer(Problem.of(403, "Forbidden", "your role does not allow this"));
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException e) {
        LOG.errorf(e, "Request failed error=%s", e.getMessage());
        return answer(Problem.of(500, "Internal error", "the request could not be handled"));
    }

    private static Response challenge() {
        Problem problem = Problem.of(401, "Unauthorized", "a valid bearer token is needed");
        return answer(problem);
    }

    private static Problem unreadable(JacksonException e) {
        JsonFault fault = JsonFault.of(e);
        String field = fault.fieldOr("body");
        return new Problem(
                "about:blank",
                "The body cannot be read",
                400,
                field + " " + fault.message(),
                List.of(new FieldProblem(field, fault.message())));
    }

    private static Response answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"rubicon\"");
        }
        return answer.build();
    }
}
