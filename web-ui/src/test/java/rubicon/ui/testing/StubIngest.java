package rubicon.ui.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.AutomationIndexPayload;
import rubicon.model.wire.CapabilityIndexPayload;
import rubicon.model.wire.CategoryPayload;
import rubicon.model.wire.CrossingPayload;
import rubicon.model.wire.DisagreementPayload;
import rubicon.model.wire.DiscrepancyPayload;
import rubicon.model.wire.EntryPayload;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.HorizonPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.TrackRecordPayload;
import rubicon.model.wire.TrackRecordPayload.PeoplePayload;
import rubicon.model.wire.TrackRecordPayload.RankedScoresPayload;
import rubicon.model.wire.TrackRecordPayload.TrackRecordsPayload;
import rubicon.model.wire.ViewPayload;
import rubicon.ui.client.AliasPayload;
import rubicon.ui.client.DeadLetterPayload;
import rubicon.ui.client.OpenedLetterPayload;
import rubicon.ui.client.RunPayload;
import rubicon.ui.client.SourcePayload;
import rubicon.ui.client.UnresolvedNamePayload;
import rubicon.ui.client.VersionPayload;

/// The ingest service's REST interface as the pages use it, on loopback, with what a test puts in.
/// It can be taken down and brought back at the same address.
public final class StubIngest {
    public static final String PASSWORD = "right";

    private static final String API = "/api/v1";
    private static final List<String> ROLES = List.of("viewer", "analyst", "admin");

    public final Map<String, IndicatorPayload> indicators = new ConcurrentHashMap<>();
    public final Map<String, List<LedgerRowPayload>> ledgers = new ConcurrentHashMap<>();

    /// States that are asked for, by indicator; of a reading also with the query.
    public final Map<String, IndicatorStatePayload> pasts = new ConcurrentHashMap<>();

    public final Map<String, AlertPayload> alerts = new ConcurrentHashMap<>();
    public final List<RulePayload> rules = new CopyOnWriteArrayList<>();
    public final List<ViewPayload> views = new CopyOnWriteArrayList<>();
    public final List<CategoryPayload> categories = new CopyOnWriteArrayList<>();
    public final List<DisagreementPayload> disagreements = new CopyOnWriteArrayList<>();
    public final List<DiscrepancyPayload> documented = new CopyOnWriteArrayList<>();

    public final List<SourcePayload> sources = new CopyOnWriteArrayList<>();
    public final List<AliasPayload> aliases = new CopyOnWriteArrayList<>();
    public final List<UnresolvedNamePayload> unresolved = new CopyOnWriteArrayList<>();
    public final List<MilestonePayload> milestones = new CopyOnWriteArrayList<>();
    public final List<PolicyThresholdPayload> thresholds = new CopyOnWriteArrayList<>();
    public final List<ForecastEntryPayload> forecasts = new CopyOnWriteArrayList<>();

    /// How good forecasts were, by indicator.
    public final Map<String, TrackRecordPayload> trackRecords = new ConcurrentHashMap<>();

    /// The indices, whatever moment is asked for; null for what is not there.
    public volatile @Nullable AutomationIndexPayload index;

    public volatile @Nullable CapabilityIndexPayload capability;

    /// What was refused, newest first.
    public final List<OpenedLetterPayload> letters = new CopyOnWriteArrayList<>();

    /// What becomes of a refused record that is sent again.
    public volatile String becomes = "HANDLED";

    /// Time horizons from runs, by indicator.
    public final Map<String, HorizonPayload> horizons = new ConcurrentHashMap<>();

    /// Indicators of which more than the state is told: shapes, jumps, and their ledger of records.
    public final Set<String> analysed = ConcurrentHashMap.newKeySet();

    /// What catalogue entries said, version by version.
    public final Map<String, List<VersionPayload>> versions = new ConcurrentHashMap<>();

    /// What a milestone said before it was revised, by its id.
    public final Map<String, MilestonePayload> earlier = new ConcurrentHashMap<>();

    /// The moment that a read of the past is answered for; null for what is asked.
    public volatile @Nullable Instant settled;

    /// The role of those whom an organisation's provider vouches for; empty for none.
    public volatile String memberRole = "analyst";

    /// How long log-ins last from now on.
    public volatile Duration lifetime = Duration.ofHours(12);

    /// Whether reading needs a token.
    public volatile boolean closed;

    private final Map<String, String> roleByToken = new ConcurrentHashMap<>();
    private final ObjectMapper json =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();
    private int port;
    private @Nullable HttpServer server;

    /// What is answered: bytes as they are, anything else as JSON.
    private record Reply(int status, @Nullable Object body) {}

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /// Starts to answer; at the same address as before, if it did before.
    public synchronized void up() {
        if (server != null) {
            return;
        }
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            HttpServer started = HttpServer.create(address, 0);
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

    /// Forgets what was put in.
    void empty() {
        index = null;
        capability = null;
        analysed.clear();
        for (Map<?, ?> held :
                List.of(
                        indicators,
                        ledgers,
                        pasts,
                        horizons,
                        trackRecords,
                        alerts,
                        versions,
                        earlier)) {
            held.clear();
        }
        for (List<?> held :
                List.of(
                        rules,
                        views,
                        categories,
                        disagreements,
                        documented,
                        sources,
                        aliases,
                        unresolved,
                        milestones,
                        thresholds,
                        forecasts,
                        letters)) {
            held.clear();
        }
    }

    /// Takes away what those who are signed in may do; their sessions stay.
    public void degradeAll() {
        roleByToken.replaceAll((token, role) -> "viewer");
    }

    /// Ends every session.
    public void endSessions() {
        roleByToken.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(API.length());
        Reply reply =
                switch (exchange.getRequestMethod()) {
                    case "GET" -> read(path.substring(1).split("/", -1), exchange);
                    case "POST" -> write(path, exchange);
                    default -> new Reply(204, null);
                };
        byte[] body =
                switch (reply.body()) {
                    case null -> new byte[0];
                    case byte[] bytes -> bytes;
                    case Object value -> json.writeValueAsBytes(value);
                };
        String type = reply.status() < 400 ? "application/json" : "application/problem+json";
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String parameter(String query, String name, String otherwise) {
        return Stream.of(query.split("&", -1))
                .filter(it -> it.startsWith(name + "="))
                .map(it -> it.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    private Reply read(String[] path, HttpExchange exchange) {
        boolean known = roleByToken.containsKey(bearer(exchange));
        if (!known && (closed || path[0].equals("session"))) {
            return problem(401, "You need to sign in.");
        }
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        String kind = path[0] + (path.length == 3 ? "/" + path[2] : path.length == 2 ? "/" : "");
        String id = path.length > 1 ? path[1] : "";
        return switch (kind) {
            case "indicators" -> list(List.copyOf(indicators.values()));
            case "indicators/" -> one(indicators.get(id));
            case "indicators/versions" -> list(versions.getOrDefault(id, List.of()));
            case "indicators/observations" -> {
                List<LedgerRowPayload> held = ledgers.getOrDefault(id, List.of());
                yield "text/csv".equals(exchange.getRequestHeaders().getFirst("Accept"))
                        ? new Reply(200, table(held, query))
                        : rows(held, query.contains("asOf="));
            }
            case "indicators/state" -> one(pasts.getOrDefault(id + "?" + query, pasts.get(id)));
            case "indicators/track-record" -> one(trackRecords.get(id));
            case "track-record" ->
                    one(
                            new TrackRecordsPayload(
                                    LocalDate.of(2026, 11, 20),
                                    List.copyOf(trackRecords.values()),
                                    List.of(
                                            new RankedScoresPayload(
                                                    "Somebody", 6, 1, 0.0729, 0.09)),
                                    new PeoplePayload(0, null, 0, null, 0, null, 0)));
            case "indicators/horizon" -> one(horizons.get(id));
            case "indicators/shapes" -> one(analysed.contains(id) ? Analyses.shapes(id) : null);
            case "indicators/jumps" -> one(analysed.contains(id) ? Analyses.jumps(id) : null);
            case "indicators/record-ledger" ->
                    one(
                            analysed.contains(id)
                                    ? Analyses.ledger(
                                            id,
                                            LocalDate.parse(
                                                    parameter(query, "since", "2025-11-20")))
                                    : null);
            case "indicators/crossing" ->
                    one(
                            new CrossingPayload(
                                    id,
                                    "min",
                                    null,
                                    "COUNTED",
                                    LocalDate.of(2026, 11, 20),
                                    Double.parseDouble(parameter(query, "threshold", "0")),
                                    null,
                                    Wire.hundredHours(),
                                    Map.of("crossedOn", "no record is there")));
            case "indicators/comparison" ->
                    one(
                            Analyses.comparison(
                                    id, parameter(query, "a", "?"), parameter(query, "b", "?")));
            case "rules" ->
                    list(
                            rules.stream()
                                    .filter(rule ->
                                            query.isEmpty()
                                                    || query.equals(
                                                            "indicator=" + rule.indicator()))
                                    .toList());
            case "rules/" ->
                    one(
                            rules.stream()
                                    .filter(rule -> id.equals(rule.id()))
                                    .findFirst()
                                    .orElse(null));
            case "alerts/" -> one(alerts.get(id));
            case "releases" -> list(ledgers.values().stream().flatMap(List::stream).toList());
            case "sources" -> list(sources);
            case "aliases" -> list(aliases);
            case "aliases/" -> list(unresolved);
            case "session" -> one(Map.of("user", "somebody"));
            case "views" -> list(List.copyOf(views));
            case "categories" -> list(List.copyOf(categories));
            case "discrepancies" ->
                    list(
                            disagreements.stream()
                                    .filter(it -> asks(query, List.of(it.indicator())))
                                    .toList());
            case "discrepancies/" ->
                    list(
                            documented.stream()
                                    .filter(it ->
                                            asks(
                                                    query,
                                                    Objects.requireNonNullElse(
                                                            it.indicators(), List.of())))
                                    .toList());
            case "index" -> one(index);
            case "capability-index" -> one(capability);
            case "milestones" -> list(milestones);
            case "milestones/" -> revisions(id);
            case "policy-thresholds" -> list(thresholds);
            case "forecasts" -> list(forecasts);
            case "dead-letters" -> refused(query, roleByToken.get(bearer(exchange)));
            case "dead-letters/" ->
                    mayReplay(roleByToken.get(bearer(exchange)))
                            ? one(letter(id).map(this::settled).orElse(null))
                            : problem(403, "Your role does not allow this.");
            default -> problem(404, "There is nothing here.");
        };
    }

    /// The rows that were recorded by the moment asked for.
    private static byte[] table(List<LedgerRowPayload> rows, String query) {
        Instant asOf =
                query.startsWith("asOf=")
                        ? Instant.parse(query.substring("asOf=".length()))
                        : Instant.MAX;
        return rows.stream()
                .filter(it -> !it.recordedAt().isAfter(asOf))
                .map(it -> it.subject().model() + "," + it.value() + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean asks(String query, List<String> indicators) {
        return query.isEmpty()
                || indicators.stream().anyMatch(it -> query.equals("indicator=" + it));
    }

    private Reply write(String path, HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        if (path.equals("/session") && sent.length == 0) {
            return signInMember(bearer(exchange));
        }
        Map<?, ?> body = json.readValue(sent, Map.class);
        if (path.equals("/session")) {
            return signIn(
                    String.valueOf(body.get("username")), String.valueOf(body.get("password")));
        }
        String[] parts = path.substring(1).split("/", -1);
        if (parts.length == 3 && parts[2].equals("acknowledge")) {
            return acknowledge(parts[1], bearer(exchange), String.valueOf(body.get("note")));
        }
        if (parts.length == 3 && parts[2].equals("confirmation")) {
            return confirm(parts[1], bearer(exchange), String.valueOf(body.get("text")));
        }
        if (parts.length == 5 && parts[4].equals("withdraw")) {
            return withdraw(parts[1], parts[3], roleByToken.get(bearer(exchange)));
        }
        if (parts.length == 3 && parts[2].equals("replay")) {
            return replay(parts[1], roleByToken.get(bearer(exchange)));
        }
        return problem(404, "There is nothing here.");
    }

    /// What vanished is withdrawn: the source does well again.
    private Reply withdraw(String source, String run, @Nullable String role) {
        if (!"admin".equals(role)) {
            return problem(403, "Your role does not allow this.");
        }
        for (SourcePayload it : sources) {
            RunPayload last = it.lastRun();
            if (it.id().equals(source) && last != null && run.equals(last.run())) {
                RunPayload now =
                        new RunPayload(
                                "next", null, null, 7, 0, 0, 7, 13, 0, 0, null, null, false, null);
                sources.set(sources.indexOf(it), Wire.read(it, "OK", null, now));
                return new Reply(200, now);
            }
        }
        return problem(409, "It was read since.");
    }

    private Reply confirm(String row, String token, String text) {
        String role = roleByToken.get(token);
        if (!mayReplay(role)) {
            return problem(403, "Your role does not allow this.");
        }
        ledgers.replaceAll((_, rows) ->
                rows.stream()
                        .map(it ->
                                it.id().equals(row) ? Wire.confirmed(it, role + ": " + text) : it)
                        .toList());
        return new Reply(202, Map.of("id", "receipt", "status", "PENDING"));
    }

    private static boolean mayReplay(@Nullable String role) {
        return role != null && !role.equals("viewer");
    }

    /// Pages of two.
    private Reply refused(String query, @Nullable String role) {
        if (!mayReplay(role)) {
            return problem(403, "Your role does not allow this.");
        }
        List<DeadLetterPayload> asked =
                letters.stream()
                        .map(OpenedLetterPayload::letter)
                        .filter(it ->
                                !query.contains("replayed=")
                                        || query.contains("replayed=" + (it.replayedAt() != null)))
                        .filter(it ->
                                !query.contains("field=") || query.contains("field=" + it.field()))
                        .toList();
        int first = query.contains("cursor=second") ? 2 : 0;
        boolean more = asked.size() > first + 2;
        List<DeadLetterPayload> page =
                asked.subList(Math.min(first, asked.size()), Math.min(first + 2, asked.size()));
        return new Reply(
                200, more ? Map.of("items", page, "next", "second") : Map.of("items", page));
    }

    private Optional<OpenedLetterPayload> letter(String id) {
        return letters.stream().filter(it -> id.equals(it.letter().id())).findFirst();
    }

    /// Who reads what was sent again reads at first that nothing has come of it yet.
    private OpenedLetterPayload settled(OpenedLetterPayload it) {
        if (it.isPending()) {
            letters.replaceAll(each -> each.equals(it) ? Wire.became(it, becomes) : each);
        }
        return it;
    }

    private Reply replay(String id, @Nullable String role) {
        if (role == null || !mayReplay(role)) {
            return problem(403, "The role may not send anything again.");
        }
        letters.replaceAll(it -> it.letter().id().equals(id) ? Wire.replayed(it, role) : it);
        return one(letter(id).map(OpenedLetterPayload::letter).orElse(null));
    }

    /// Everyone's name is the role that they have.
    private Reply signIn(String user, String password) {
        if (!ROLES.contains(user) || !password.equals(PASSWORD)) {
            return problem(401, "User or password is wrong.");
        }
        String token = user + "-token";
        roleByToken.put(token, user);
        return loggedIn(token, user, user);
    }

    private Reply signInMember(String token) throws IOException {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return problem(401, "This is no token of a provider.");
        }
        if (memberRole.isEmpty()) {
            return problem(403, "the provider names no role of Rubicon");
        }
        String user =
                json.readTree(Base64.getUrlDecoder().decode(parts[1]))
                        .path("preferred_username")
                        .asText();
        String own = user + "-token";
        roleByToken.put(own, memberRole);
        return loggedIn(own, user, memberRole);
    }

    private Reply loggedIn(String token, String user, String role) {
        Instant end = Instant.now().plus(lifetime);
        return new Reply(200, Map.of("token", token, "user", user, "role", role, "expiresAt", end));
    }

    private static String bearer(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replace("Bearer ", "");
    }

    private Reply acknowledge(String id, String token, String note) {
        String role = roleByToken.get(token);
        AlertPayload alert = alerts.get(id);
        if (role == null) {
            return problem(401, "Your session has ended.");
        }
        if (role.equals("viewer")) {
            return problem(403, "The role viewer may not acknowledge.");
        }
        if (alert == null) {
            return problem(404, "There is no such alert.");
        }
        AlertPayload next = Wire.acknowledged(alert, role, note);
        alerts.put(id, next);
        return new Reply(200, next);
    }

    private Reply revisions(String id) {
        return milestones.stream()
                .filter(it -> id.equals(it.id()) && earlier.containsKey(id))
                .findFirst()
                .map(it ->
                        new Reply(200, new EntryPayload<>(it, List.of(earlier.get(id), it), null)))
                .orElseGet(() -> problem(404, "There is nothing here."));
    }

    private Reply rows(List<?> items, boolean past) {
        Instant answered = settled;
        return past && answered != null
                ? new Reply(200, Map.of("items", items, "asOf", answered))
                : list(items);
    }

    private static Reply list(List<?> items) {
        return new Reply(200, Map.of("items", items));
    }

    private static Reply one(@Nullable Object found) {
        return found == null ? problem(404, "There is nothing here.") : new Reply(200, found);
    }

    private static Reply problem(int status, String detail) {
        return new Reply(status, Map.of("status", status, "detail", detail));
    }
}
