package rubicon.simulator.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Ingest's answer to who holds a token. A token is a role, or a role and a user after a dot:
/// `analyst` is an analyst named `u`, `analyst.anna` one named `anna`. `nobody` is someone without
/// a role; every other token is refused.
public final class IngestDouble {
    private static final Set<String> ROLES = Set.of("viewer", "analyst", "admin", "nobody");

    private final HttpServer server;

    private IngestDouble(HttpServer server) {
        this.server = server;
    }

    /// Listens on loopback until [#stop].
    public static IngestDouble start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/api/v1/session",
                    exchange -> {
                        String token =
                                exchange.getRequestHeaders()
                                        .getFirst("Authorization")
                                        .replace("Bearer ", "");
                        byte[] body = session(token).getBytes(StandardCharsets.UTF_8);
                        boolean known = ROLES.contains(role(token));
                        exchange.sendResponseHeaders(known ? 200 : 401, body.length);
                        exchange.getResponseBody().write(body);
                        exchange.close();
                    });
            server.start();
            return new IngestDouble(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What `rubicon.ingest.url` is set to.
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void stop() {
        server.stop(0);
    }

    private static String session(String token) {
        int dot = token.indexOf('.');
        String user = dot < 0 ? "u" : token.substring(dot + 1);
        return "{\"user\": \"%s\", \"role\": \"%s\"}".formatted(user, role(token));
    }

    private static String role(String token) {
        int dot = token.indexOf('.');
        return dot < 0 ? token : token.substring(0, dot);
    }
}
