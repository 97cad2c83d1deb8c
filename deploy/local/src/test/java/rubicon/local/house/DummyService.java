package rubicon.local.house;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// Stands in for a service in the tests of the launcher: it listens where it is told to, says that
/// it is ready, and tells its environment. Files beside its jar make it fail.
public final class DummyService {
    /// Beside the jar: the service ends while it starts.
    static final String BROKEN = "broken";

    /// Beside the jar: the service never gets ready.
    static final String SLOW = "slow";

    private static final int FAILURE = 3;

    private DummyService() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        if (Files.exists(jar.resolveSibling(BROKEN))) {
            System.out.println("the schema is of another world");
            System.exit(FAILURE);
        }
        int ready = Files.exists(jar.resolveSibling(SLOW)) ? 503 : 200;
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> answer(exchange, ready, "{}"));
        server.createContext("/environment", exchange -> answer(exchange, 200, environment()));
        server.start();
    }

    private static String environment() {
        return System.getenv().entrySet().stream()
                .filter(entry -> entry.getKey().matches("(QUARKUS|KAFKA|RUBICON)_.*"))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
