package rubicon.ui.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The simulator's REST interface as the pages use it, on loopback, with one small model that has
/// an input of each kind: `line` is slope times x, and bends where that is chosen. A run takes
/// three questions for its progress.
public final class StubSimulator {
    private static final String API = "/api/v1";
    private static final String RUN = "0e5b9a52-6d0b-4c7e-9d37-1f0a2b3c4d5e";
    private static final List<String> MAY_RUN = List.of("analyst-token", "admin-token");

    /// Bodies that were sent to begin a run.
    public final List<JsonNode> begun = new CopyOnWriteArrayList<>();

    /// Scenarios by id; while there are none the simulator knows nothing of scenarios.
    public final Map<String, JsonNode> scenarios =
            java.util.Collections.synchronizedMap(new java.util.LinkedHashMap<>());

    /// Whether a run goes on until it is cancelled.
    public volatile boolean endless;

    /// Whether scenarios cannot be read for a while.
    public volatile boolean scenariosAway;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Integer> questions = new ConcurrentHashMap<>();
    private volatile boolean cancelled;
    private int port;
    private @Nullable HttpServer server;

    private record Reply(int status, Object body) {}

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /// Starts to answer.
    public synchronized void up() {
        if (server != null) {
            return;
        }
        try {
            HttpServer started =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.createContext(API, this::answer);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.start();
            port = started.getAddress().getPort();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stops answering: connections are refused.
    public synchronized void down() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /// Forgets the runs.
    public void empty() {
        begun.clear();
        scenarios.clear();
        questions.clear();
        endless = false;
        cancelled = false;
        scenariosAway = false;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(API.length());
        String call = exchange.getRequestMethod() + " " + path;
        byte[] sent = exchange.getRequestBody().readAllBytes();
        JsonNode body = sent.length == 0 ? json.createObjectNode() : json.readTree(sent);
        Reply reply = reply(call, body, exchange);
        byte[] written =
                reply.body() instanceof byte[] bytes ? bytes : json.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), written.length);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(written);
        }
    }

    private Reply reply(String call, JsonNode body, HttpExchange exchange) throws IOException {
        String token =
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                        .replace("Bearer ", "");
        String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
        return switch (call) {
            case "GET /models" -> new Reply(200, Map.of("items", List.of(read("model"))));
            case "GET /models/toy" -> new Reply(200, read("model"));
            case "POST /models/toy/evaluate" -> evaluate(body.path("parameters"));
            case "POST /simulations" ->
                    MAY_RUN.contains(token) ? begin(body) : problem(403, "Not your role.");
            case "GET /simulations/" + RUN -> new Reply(200, run());
            case "GET /scenarios" ->
                    scenariosAway
                            ? problem(503, "The database is away.")
                            : scenarios.isEmpty()
                                    ? problem(404, "There is nothing here.")
                                    : new Reply(
                                            200, Map.of("items", List.copyOf(scenarios.values())));
            case "POST /scenarios", "POST /scenarios/steep/fork" ->
                    MAY_RUN.contains(token) ? save(body) : problem(403, "Not your role.");
            case "PUT /scenarios/own" ->
                    MAY_RUN.contains(token) ? save(body) : problem(403, "Not your role.");
            case "POST /scenarios/own/evaluate" -> ofTheLedger();
            case "POST /scenarios/steep/simulations" -> {
                ObjectNode request = json.createObjectNode().put("model", "toy");
                request.set("parameters", read("steep").path("parameters"));
                yield begin(request);
            }
            case "GET /scenarios/steep" ->
                    new Reply(200, "id: steep\ntitle: It is steep\n".getBytes(UTF_8));
            case "DELETE /simulations/" + RUN -> {
                cancelled = true;
                yield new Reply(200, run());
            }
            case "GET /simulations/" + RUN + "/results" ->
                    new Reply(
                            200,
                            accepted.equals("text/csv")
                                    ? "output,quantile,value\ntotal,0.5,11\n".getBytes(UTF_8)
                                    : read("result"));
            default -> problem(404, "There is nothing here.");
        };
    }

    private JsonNode read(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/simulator/" + name + ".json")) {
            return json.readTree(Objects.requireNonNull(in, name));
        }
    }

    private Reply evaluate(JsonNode parameters) throws IOException {
        double slope = parameters.path("slope").asDouble(1);
        if (slope < 0 || slope > 2) {
            return new Reply(
                    422,
                    Map.of(
                            "title",
                            "Refused",
                            "violations",
                            List.of(
                                    Map.of(
                                            "field",
                                            "slope",
                                            "message",
                                            "slope must be a number from 0 to 2, not " + slope))));
        }
        double bend = parameters.path("bend").asDouble(3);
        boolean bends = parameters.path("shape").asText("line").equals("bend");
        ObjectNode all = json.createObjectNode();
        for (JsonNode parameter : read("model").path("parameters")) {
            String name = parameter.path("name").asText();
            all.set(
                    name,
                    parameters.has(name) ? parameters.get(name) : parameter.get("defaultValue"));
        }
        ObjectNode outputs = json.createObjectNode();
        ArrayNode xs = outputs.putArray("xs");
        ArrayNode line = outputs.putArray("line");
        double total = 0;
        for (int x = 1; x <= 4; x++) {
            double y = slope * (bends ? Math.pow(x, bend) : x);
            xs.add(x);
            line.add(y);
            total += y;
        }
        outputs.put("total", total).put("end", "Infinity").putNull("unknown");
        ArrayNode years = outputs.putArray("years");
        ArrayNode steep = outputs.putArray("steepCount");
        for (int year = 2024; year <= 2026; year++) {
            years.add(year);
            int count = 0;
            for (JsonNode row : all.path("positions")) {
                count += row.path("end" + year).asDouble() >= 0.5 ? 1 : 0;
            }
            steep.add(count);
        }
        return new Reply(
                200,
                Map.of(
                        "model",
                        "toy",
                        "specVersion",
                        "1",
                        "parameters",
                        all,
                        "outputs",
                        outputs,
                        "reasons",
                        Map.of("unknown", "unknown needs two points")));
    }

    /// Of what is bound the ledger holds the slope, and not the bend.
    private Reply ofTheLedger() throws IOException {
        ObjectNode parameters = json.createObjectNode().put("slope", 0.25).put("bend", 3);
        Reply evaluated = evaluate(parameters);
        ObjectNode body = json.valueToTree(evaluated.body());
        body.set(
                "readings",
                json.readTree(
                        """
                        [{"parameter": "slope", "indicator": "metr-horizon-p50", "value": 0.25,
                          "day": "2026-05-05", "version": 4, "fallback": null},
                         {"parameter": "bend", "indicator": "metr-horizon-p50", "value": "3",
                          "day": null, "version": null, "fallback": "there is none"}]
                        """));
        return new Reply(evaluated.status(), body);
    }

    /// Puts two scenarios in.
    public void tell() throws IOException {
        scenarios.put("steep", read("steep"));
        ObjectNode flat = read("steep").deepCopy();
        flat.put("id", "flat").put("title", "It is flat");
        ((ObjectNode) flat.get("parameters")).put("slope", 0.5);
        scenarios.put("flat", flat);
    }

    /// A scenario that is there.
    public JsonNode scenario(String id) {
        return Objects.requireNonNull(scenarios.get(id), id);
    }

    /// Puts in one of one's own that follows the ledger and is published.
    public void tellOwn() throws IOException {
        ObjectNode own = read("steep").deepCopy();
        own.put("id", "own").put("title", "Own lines").put("builtIn", false);
        ObjectNode bindings = own.putObject("bindings");
        for (String input : List.of("slope", "bend")) {
            bindings.putObject(input).put("indicator", "metr-horizon-p50").put("field", "LATEST");
        }
        own.putObject("publish").put("indicator", "forecast-lines").put("output", "total");
        own.putArray("outputs").add("total");
        own.putObject("thresholds").putArray("total").add(15);
        ObjectNode variation = own.putArray("variations").addObject();
        variation.put("title", "Half as steep").putObject("parameters").put("slope", 1);
        own.put("timeLimit", "PT5M").putNull("correlations");
        scenarios.put("own", own);
    }

    private Reply save(JsonNode body) throws IOException {
        ObjectNode saved = read("steep").deepCopy();
        saved.setAll((ObjectNode) body);
        saved.put("id", "own").put("builtIn", false).put("author", "analyst");
        scenarios.put("own", saved);
        return new Reply(201, saved);
    }

    private Reply begin(JsonNode body) {
        questions.clear();
        cancelled = false;
        begun.add(body);
        return new Reply(202, run());
    }

    private Map<String, Object> run() {
        int asked = questions.merge(RUN, 1, Integer::sum);
        boolean done = begun.isEmpty() || (!endless && asked > 3);
        Map<String, Object> run = new java.util.HashMap<>();
        run.put("id", RUN);
        run.put("model", "toy");
        run.put("specVersion", "1");
        run.put("state", cancelled ? "CANCELLED" : done ? "DONE" : "RUNNING");
        run.put("samples", 10_000);
        run.put("progress", done ? 1 : Math.min(0.75, 0.25 * asked));
        run.put("createdAt", "2026-03-04T05:06:07Z");
        run.put("createdBy", "analyst");
        run.put("problem", cancelled ? "by analyst" : null);
        run.put(
                "request",
                begun.isEmpty()
                        ? Map.of("model", "toy", "parameters", Map.of("slope", PRIOR))
                        : begun.getLast());
        return run;
    }

    private static final Map<String, Object> PRIOR =
            Map.of("distribution", "uniform", "low", 0.5, "high", 1.5);

    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

    private static Reply problem(int status, String detail) {
        return new Reply(status, Map.of("status", status, "detail", detail));
    }
}
