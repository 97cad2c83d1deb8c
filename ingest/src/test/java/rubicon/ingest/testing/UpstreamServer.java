package rubicon.ingest.testing;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An upstream on loopback. It serves files by their paths, answers everything else as a test tells
/// it to, and remembers what it was asked.
public final class UpstreamServer implements AutoCloseable {
    private static final int NOT_MODIFIED = 304;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> files = new ConcurrentHashMap<>();
    private volatile Answer otherwise = exchange -> exchange.sendResponseHeaders(404, -1);

    public UpstreamServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange);
                    files.getOrDefault(exchange.getRequestURI().getPath(), otherwise).to(exchange);
                    exchange.close();
                });
        server.start();
    }

    /// Answers a request.
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /// An address at which it has no file.
    public URI url() {
        return url("data.yaml");
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path));
    }

    /// Serves a file from now on, with an ETag and a Last-Modified.
    public void serve(String path, byte[] bytes, Instant modified) {
        files.put("/" + path, exchange -> file(exchange, bytes, modified));
    }

    /// Serves this at every other path from now on, with an ETag and a Last-Modified.
    public void serve(byte[] bytes, Instant modified) {
        answers(exchange -> file(exchange, bytes, modified));
    }

    /// Answers with this body, whole.
    public void serves(byte[] body, String... headers) {
        answers(exchange -> {
            add(exchange, headers);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    /// Answers with this status and no body.
    public void says(int status, String... headers) {
        answers(exchange -> {
            add(exchange, headers);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    public void answers(Answer next) {
        otherwise = next;
    }

    /// Value of a header of the request asked last; empty where there was none.
    public String askedLast(String header) {
        String value = asked.getLast().getRequestHeaders().getFirst(header);
        return value == null ? "" : value;
    }

    public int requests() {
        return asked.size();
    }

    /// How often it had nothing new.
    public int notModified() {
        return (int) asked.stream().filter(it -> it.getResponseCode() == NOT_MODIFIED).count();
    }

    /// Answers with a file, or that it did not change.
    public static void file(HttpExchange exchange, byte[] bytes, Instant modified)
            throws IOException {
        String etag = "\"" + Arrays.hashCode(bytes) + "\"";
        add(
                exchange,
                "ETag",
                etag,
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atZone(ZoneOffset.UTC)));
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(NOT_MODIFIED, -1);
        } else {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void add(HttpExchange exchange, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
