package rubicon.ingest.source;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rubicon.ingest.source.Fixtures.File;
import rubicon.ingest.testing.UpstreamServer;

/// An upstream on loopback that serves the fixtures of connectors, each below a folder of its own.
final class FixtureUpstream implements AutoCloseable {
    private static final String SINGLE = "data";

    private final UpstreamServer server = new UpstreamServer();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    FixtureUpstream() {
        server.answers(this::answer);
    }

    /// The source that reads a connector's fixture from here.
    Source source(Connector connector) {
        return source(connector, false);
    }

    /// The same, whose vanished rows are withdrawn.
    Source withdrawing(Connector connector) {
        return source(connector, true);
    }

    private Source source(Connector connector, boolean retractAbsent) {
        return new Source(
                connector.id(),
                connector,
                URI.create(url(connector)),
                Duration.ofHours(6),
                true,
                retractAbsent,
                Fixtures.options(connector));
    }

    /// The address to give to a source of a connector.
    String url(Connector connector) {
        String folder = server.url(connector.id() + "/").toString();
        return connector.layout() instanceof Layout.Named ? folder : folder + SINGLE;
    }

    /// Serves these files of a connector from now on.
    void serve(Connector connector, List<File> fixture) {
        files.keySet().removeIf(it -> it.startsWith("/" + connector.id() + "/"));
        for (File file : fixture) {
            boolean named = connector.layout() instanceof Layout.Named;
            files.put(
                    "/%s/%s".formatted(connector.id(), named ? file.path() : SINGLE), file.bytes());
        }
        server.answers(this::answer);
    }

    /// Every answer from now on goes through this; what it leaves alone is served as ever.
    void meddle(Meddler meddler) {
        server.answers(exchange -> {
            if (!meddler.answered(exchange, files.get(path(exchange)))) {
                answer(exchange);
            }
        });
    }

    interface Meddler {
        /// Answers a request, or leaves it alone.
        ///
        /// @param bytes of the file that was asked for; null where there is none
        /// @return whether it answered
        boolean answered(HttpExchange exchange, byte @org.jspecify.annotations.Nullable [] bytes)
                throws IOException;
    }

    private static String path(HttpExchange exchange) {
        return exchange.getRequestURI().getPath();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] bytes = files.get(path(exchange));
        if (bytes == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        UpstreamServer.file(exchange, bytes, Fixtures.STATED);
    }

    @Override
    public void close() {
        server.close();
    }
}
