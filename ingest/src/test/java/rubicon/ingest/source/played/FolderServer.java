package rubicon.ingest.source.played;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Many upstreams on loopback: files by path, each with an ETag and a Last-Modified.
final class FolderServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Served> files = new ConcurrentHashMap<>();

    FolderServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Served(byte[] bytes, Instant modifiedAt) {}

    String url(String path) {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path);
    }

    void serve(String path, byte[] bytes, Instant modifiedAt) {
        files.put("/" + path, new Served(bytes, modifiedAt));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Served served = files.get(exchange.getRequestURI().getPath());
            if (served == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String etag = "\"" + Arrays.hashCode(served.bytes()) + "\"";
            exchange.getResponseHeaders().add("ETag", etag);
            exchange.getResponseHeaders()
                    .add(
                            "Last-Modified",
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    served.modifiedAt().atZone(ZoneOffset.UTC)));
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.sendResponseHeaders(200, served.bytes().length);
                exchange.getResponseBody().write(served.bytes());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
