package rubicon.simulator.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/// Asks ingest, which keeps the tokens, who holds one. Fails closed: a token that ingest cannot be
/// asked about is not valid here.
@ApplicationScoped
class IngestIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {
    private static final Logger LOG = Logger.getLogger(IngestIdentityProvider.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI session;
    private final ObjectMapper json;

    IngestIdentityProvider(IngestConfig config, ObjectMapper json) {
        this.session = config.url().resolve("/api/v1/session");
        this.json = json;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        String token = request.getToken().getToken();
        return context.runBlocking(() -> ask(token));
    }

    private SecurityIdentity ask(String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(session)
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + token);
        // What goes on in ingest for this belongs to the same trace.
        W3CTraceContextPropagator.getInstance()
                .inject(
                        Context.current(),
                        request,
                        (_, name, value) -> request.setHeader(name, value));
        try {
            HttpResponse<byte[]> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AuthenticationFailedException();
            }
            var who = json.readTree(answer.body());
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(who.path("user").asText()))
                    .addRoles(included(who.path("role").asText()))
                    .build();
        } catch (IOException e) {
            LOG.warnf("Ingest could not be asked about a token error=%s", e.getMessage());
            throw new AuthenticationFailedException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthenticationFailedException();
        }
    }

    private static Set<String> included(String role) {
        return switch (role) {
            case "viewer" -> Set.of("viewer");
            case "analyst" -> Set.of("viewer", "analyst");
            case "admin" -> Set.of("viewer", "analyst", "admin");
            default -> Set.of();
        };
    }
}
