package rubicon.ingest.platform;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.AccessService.Issued;
import rubicon.ingest.platform.AccessService.NamedToken;
import rubicon.model.wire.PagePayload;

/// API tokens, for administrators.
@Tag(name = "Tokens", description = "Tokens of machines")
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_NAME)
public final class TokenResource {
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private final AccessService access;

    TokenResource(AccessService access) {
        this.access = access;
    }

    /// What a new token needs.
    ///
    /// @param lifetime ISO 8601; null for one that does not run out
    public record NewToken(
            @Nullable String name, @Nullable String role, @Nullable String lifetime) {}

    /// A new token; its secret is shown this once.
    public record NewTokenSecret(
            String token, String name, String role, @Nullable Instant expiresAt) {}

    /// Tokens without their secrets, newest first.
    ///
    /// @param kind `token`, the default, or `login`: log-ins of people that last
    @GET
    public PagePayload<NamedToken> tokens(@QueryParam("kind") @Nullable String kind) {
        List<NamedToken> asked =
                switch (kind == null ? "token" : kind) {
                    case "token" -> access.named();
                    case "login" -> access.logIns();
                    default -> throw ProblemException.refused("kind", "is none of token, login");
                };
        return new PagePayload<>(asked, null, null);
    }

    @POST
    public NewTokenSecret issue(@Nullable NewToken body) {
        NewToken request = ProblemException.needed(body);
        String name = request.name();
        if (name == null || name.isBlank() || name.length() > 100) {
            throw ProblemException.refused("name", "must have 1 to 100 characters");
        }
        Role role =
                Role.of(request.role() == null ? "" : request.role())
                        .orElseThrow(() ->
                                ProblemException.refused(
                                        "role", "is none of viewer, analyst, admin"));
        Issued issued = access.issue(name, role, lifetime(request.lifetime()));
        return new NewTokenSecret(issued.token(), name, role.id(), issued.access().expiresAt());
    }

    @DELETE
    @Path("/{id}")
    public void revoke(UUID id) {
        if (!access.revoke(id)) {
            throw ProblemException.notFound("no token has the id " + id);
        }
    }

    private static @Nullable Duration lifetime(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Duration lifetime = Duration.parse(text);
            if (lifetime.isPositive() && lifetime.compareTo(LONGEST) <= 0) {
                return lifetime;
            }
        } catch (DateTimeException e) {
            // answered below, like one that is out of range
        }
        throw ProblemException.refused(
                "lifetime",
                "'%s' is no positive ISO 8601 duration up to %s, a hundred years"
                        .formatted(text, LONGEST));
    }
}
