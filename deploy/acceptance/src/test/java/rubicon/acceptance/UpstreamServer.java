package rubicon.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// An upstream on loopback: serves one payload with an ETag and a Last-Modified, and answers
/// conditional requests.
final class UpstreamServer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger notModified = new AtomicInteger();
    private volatile byte[] payload = {};
    private volatile String lastModified = "";
    private volatile int status = 200;

    UpstreamServer(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create(
                "http://127.0.0.1:%d/benchmark_results_1_1.yaml"
                        .formatted(server.getAddress().getPort()));
    }

    /// Serves this from now on.
    void serve(byte[] bytes, Instant modified) {
        payload = bytes;
        lastModified = DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atZone(ZoneOffset.UTC));
        status = 200;
    }

    /// Answers so from now on.
    void fail(int code) {
        status = code;
    }

    /// How often it had nothing new.
    int notModified() {
        return notModified.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String etag = "\"" + Arrays.hashCode(payload) + "\"";
            exchange.getResponseHeaders().add("ETag", etag);
            exchange.getResponseHeaders().add("Last-Modified", lastModified);
            if (status != 200) {
                exchange.sendResponseHeaders(status, -1);
            } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                notModified.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.sendResponseHeaders(200, payload.length);
                exchange.getResponseBody().write(payload);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
