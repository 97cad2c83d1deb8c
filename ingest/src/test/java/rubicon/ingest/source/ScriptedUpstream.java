package rubicon.ingest.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An upstream on loopback that answers as a test tells it to, and remembers what it was asked.
final class ScriptedUpstream implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();
    private volatile Answer answer = exchange -> exchange.sendResponseHeaders(404, -1);

    ScriptedUpstream() {
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
                    answer.to(exchange);
                    exchange.close();
                });
        server.start();
    }

    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    URI url() {
        return URI.create("http://127.0.0.1:%d/data.yaml".formatted(server.getAddress().getPort()));
    }

    void answers(Answer next) {
        answer = next;
    }

    /// Answers with this body, whole.
    void serves(byte[] body, String... headers) {
        answers(exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    /// Answers with this status and no body.
    void says(int status, String... headers) {
        answers(exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        });
    }

    /// Value of a header of the request asked last; empty where there was none.
    String askedLast(String header) {
        String value = asked.getLast().getRequestHeaders().getFirst(header);
        return value == null ? "" : value;
    }

    int requests() {
        return asked.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
