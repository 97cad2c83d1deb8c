package rubicon.ingest.platform;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Logging in and out, and who one is.
@Tag(name = "Session", description = "Logging in")
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public final class SessionResource {
    private final AccessService access;
    private final SecurityIdentity identity;

    SessionResource(AccessService access, SecurityIdentity identity) {
        this.access = access;
        this.identity = identity;
    }

    /// What a log-in needs.
    public record LogIn(@Nullable String username, @Nullable String password) {}

    /// A log-in.
    ///
    /// @param account the name as the audit keeps it
    public record LoggedIn(
            String token, String user, String account, String role, @Nullable Instant expiresAt) {}

    /// Who one is.
    ///
    /// @param account the name as the audit keeps it
    public record Session(String user, String account, String role, @Nullable Instant expiresAt) {}

    /// Logs in by name and password, or without a body by a token of the organisation's provider.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public LoggedIn logIn(@Nullable LogIn body) {
        if (body == null && OrganisationMember.is(identity)) {
            Access member = mine();
            return loggedIn(access.open(member.user(), member.account(), member.role()));
        }
        LogIn request = ProblemException.needed(body);
        String user = request.username();
        String password = request.password();
        if (user == null || user.isBlank()) {
            throw ProblemException.refused("username", "is missing");
        }
        if (password == null || password.isBlank()) {
            throw ProblemException.refused("password", "is missing");
        }
        if (!access.takesPasswords()) {
            throw new ProblemException(
                    Problem.of(403, "Forbidden", "passwords are switched off in this house"));
        }
        return access.logIn(user, password)
                .map(SessionResource::loggedIn)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        401,
                                        "Unauthorized",
                                        "the user name or the password is wrong")));
    }

    @GET
    public Session session() {
        Access mine = mine();
        return new Session(mine.user(), mine.account(), mine.role().id(), mine.expiresAt());
    }

    private Access mine() {
        Access mine = identity.getAttribute(TokenIdentityProvider.ACCESS);
        if (mine != null) {
            return mine;
        }
        throw new ProblemException(
                OrganisationMember.is(identity)
                        ? Problem.of(403, "Forbidden", "the provider names no role of Rubicon")
                        : Problem.of(401, "Unauthorized", "nobody is logged in"));
    }

    private static LoggedIn loggedIn(AccessService.Issued issued) {
        Access to = issued.access();
        return new LoggedIn(
                issued.token(), to.user(), to.account(), to.role().id(), to.expiresAt());
    }

    @DELETE
    public void logOut(@HeaderParam("Authorization") @Nullable String header) {
        if (header != null && header.length() > "Bearer ".length()) {
            access.logOut(header.substring("Bearer ".length()).strip());
        }
    }
}
