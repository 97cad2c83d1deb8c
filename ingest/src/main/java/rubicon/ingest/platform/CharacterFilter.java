package rubicon.ingest.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import rubicon.model.wire.Characters;

/// Keeps out of every call what no text of the database can hold: nothing has such an id, and no
/// parameter may ask for it.
final class CharacterFilter {

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        each(
                uri.getPathParameters(),
                (name, fault) -> {
                    throw ProblemException.notFound("no %s %s".formatted(name, fault));
                });
        each(
                uri.getQueryParameters(),
                (name, fault) -> {
                    throw ProblemException.refused(name, fault);
                });
    }

    private static void each(
            MultivaluedMap<String, String> parameters, BiConsumer<String, String> onFault) {
        parameters.forEach((name, values) -> {
            for (String value : values) {
                String fault = Characters.fault(value);
                if (fault != null) {
                    onFault.accept(name, fault);
                }
            }
        });
    }
}
