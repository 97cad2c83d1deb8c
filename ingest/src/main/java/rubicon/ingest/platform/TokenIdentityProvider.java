package rubicon.ingest.platform;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Makes an identity of a token of our own.
@ApplicationScoped
class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {
    static final String ACCESS = "access";

    private final AccessService service;

    TokenIdentityProvider(AccessService service) {
        this.service = service;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (request.getToken() instanceof AccessTokenCredential) {
            return Uni.createFrom().nullItem();
        }
        String token = request.getToken().getToken();
        return context.runBlocking(() ->
                service.of(token)
                        .map(TokenIdentityProvider::identity)
                        .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(Access access) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(access.account()))
                .addRoles(access.role().included())
                .addAttribute(ACCESS, access)
                .build();
    }
}
