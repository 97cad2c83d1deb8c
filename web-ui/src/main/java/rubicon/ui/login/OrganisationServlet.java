package rubicon.ui.login;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.SessionPayload;
import rubicon.ui.session.Identity;
import rubicon.ui.session.SignedIn;

/// Where the organisation's provider sends its people. Who arrives here has signed in there: their
/// token is turned into one of ours, so that the rest of the application knows one kind only.
@WebServlet(LoginNavigation.ORGANISATION)
public class OrganisationServlet extends HttpServlet {
    private final transient IngestClient ingest;
    private final transient SecurityIdentity identity;

    @Inject
    OrganisationServlet(IngestClient ingest, SecurityIdentity identity) {
        this.ingest = ingest;
        this.identity = identity;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String next = LoginNavigation.next(LoginNavigation.query(request));
        String token = identity.getCredential(AccessTokenCredential.class).getToken();
        switch (ingest.signIn(token)) {
            case Answer.Ok<SessionPayload>(SessionPayload session) -> {
                SignedIn.enter(request, Identity.of(session));
                response.sendRedirect("/" + next);
            }
            case Answer.Failed<SessionPayload>(Failure why) ->
                    response.sendRedirect(
                            "/" + LoginNavigation.refused(next, Refusal.of(why.kind())));
        }
    }
}
