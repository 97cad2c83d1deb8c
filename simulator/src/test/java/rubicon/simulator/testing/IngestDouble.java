package rubicon.simulator.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Ingest's answer to who holds a token. A token is a role, or a role and a user after a dot:
/// `analyst` is an analyst named `u`, `analyst.anna` one named `anna`. `nobody` is someone without
/// a role; every other token is refused. It also tells the states of indicators that tests gave it.
public final class IngestDouble {
    private static final Set<String> ROLES = Set.of("viewer", "analyst", "admin", "nobody");
    private static final Map<String, String> STATES = new ConcurrentHashMap<>();
    private static final Map<String, String> KINDS = new ConcurrentHashMap<>();
    private static final AtomicInteger REFUSED = new AtomicInteger();
    private static final AtomicInteger HELD = new AtomicInteger();
    private static volatile boolean away;
    private static volatile CountDownLatch answering = new CountDownLatch(0);

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
                        answer(exchange, ROLES.contains(role(token)) ? 200 : 401, session(token));
                    });
            server.createContext("/api/v1/indicators/", IngestDouble::indicator);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return new IngestDouble(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes an indicator known.
    public static void catalogue(String indicator, String kind) {
        KINDS.put(indicator, kind);
    }

    /// Tells the state of an indicator from now on, and makes it known as a measurement.
    public static void state(String indicator, String json) {
        KINDS.putIfAbsent(indicator, "MEASUREMENT");
        STATES.put(indicator, json);
    }

    /// Answers nothing of indicators, or does so again.
    public static void away(boolean isAway) {
        away = isAway;
    }

    /// How often it was asked of indicators while away.
    public static int refused() {
        return REFUSED.get();
    }

    /// Lets those who ask for indicators wait, until it is taken back.
    public static void hold(boolean isHeld) {
        answering.countDown();
        if (isHeld) {
            HELD.set(0);
            answering = new CountDownLatch(1);
        }
    }

    /// How many wait, or have waited and given up.
    public static int held() {
        return HELD.get();
    }

    /// What `rubicon.ingest.url` is set to.
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void stop() {
        server.stop(0);
    }

    private static void indicator(HttpExchange exchange) throws IOException {
        awaitTurn();
        if (away) {
            REFUSED.incrementAndGet();
            answer(exchange, 503, "{}");
            return;
        }
        String[] path =
                exchange.getRequestURI()
                        .getPath()
                        .substring("/api/v1/indicators/".length())
                        .split("/", -1);
        String kind = KINDS.get(path[0]);
        if (kind == null) {
            answer(exchange, 404, "{}");
        } else if (path.length == 1) {
            answer(exchange, 200, "{\"id\": \"%s\", \"kind\": \"%s\"}".formatted(path[0], kind));
        } else {
            answer(exchange, 200, STATES.getOrDefault(path[0], "{}"));
        }
    }

    private static void awaitTurn() {
        CountDownLatch mine = answering;
        if (mine.getCount() == 0) {
            return;
        }
        HELD.incrementAndGet();
        try {
            mine.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
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
