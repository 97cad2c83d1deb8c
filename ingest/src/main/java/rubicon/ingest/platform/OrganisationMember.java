package rubicon.ingest.platform;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Gives who comes with a token of the organisation's provider the highest role that it names, with
/// those that it includes. Without a role of ours one may do nothing.
@ApplicationScoped
class OrganisationMember implements SecurityIdentityAugmentor {

    /// Whether the provider vouches for them, not a token of ours.
    static boolean is(SecurityIdentity identity) {
        return identity.getCredential(AccessTokenCredential.class) != null;
    }

    /// After the roles of the provider were mapped to ours.
    @Override
    public int priority() {
        return -1;
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean isNew = identity.getAttribute(TokenIdentityProvider.ACCESS) == null;
        Optional<Role> role = isNew && is(identity) ? highest(identity) : Optional.empty();
        return Uni.createFrom()
                .item(role.map(granted -> grant(identity, granted)).orElse(identity));
    }

    private static Optional<Role> highest(SecurityIdentity identity) {
        return Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.id()))
                .max(Comparator.naturalOrder());
    }

    private static SecurityIdentity grant(SecurityIdentity identity, Role role) {
        String user = identity.getPrincipal().getName();
        String account = AuditName.member(issuer(identity), user);
        return QuarkusSecurityIdentity.builder(identity)
                .setPrincipal(new QuarkusPrincipal(account))
                .addRoles(role.included())
                .addAttribute(TokenIdentityProvider.ACCESS, new Access(user, account, role, null))
                .build();
    }

    private static String issuer(SecurityIdentity identity) {
        String issuer =
                identity.getPrincipal() instanceof JsonWebToken token ? token.getIssuer() : null;
        return Objects.requireNonNullElse(issuer, "provider");
    }
}
