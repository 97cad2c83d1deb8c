package rubicon.ui.client;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.SeriesReading;
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
import rubicon.model.wire.JumpsPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.PagePayload;
import rubicon.model.wire.PairedComparisonPayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.RecordLedgerPayload;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.ShapesPayload;
import rubicon.model.wire.TrackRecordPayload;
import rubicon.model.wire.TrackRecordPayload.TrackRecordsPayload;
import rubicon.model.wire.ViewPayload;

/// The ingest service's REST interface, call by call. Blocking: pages call it away from the
/// session's lock.
@ApplicationScoped
public class IngestClient {
    private static final int MOST_PAGES = 50;

    private final JsonHttp http;

    IngestClient(IngestConfig config, SecurityConfig security, ObjectMapper json) {
        this.http = new JsonHttp("ingest", config, security.anonymousRead(), json);
    }

    /// The whole catalogue.
    public Answer<List<IndicatorPayload>> indicators() {
        return all("/indicators", Map.of(), new TypeReference<PagePayload<IndicatorPayload>>() {})
                .map(Everything::items);
    }

    /// One catalogue entry.
    public Answer<IndicatorPayload> indicator(String id) {
        return http.send(get("/indicators/" + path(id)), new TypeReference<>() {});
    }

    /// What a catalogue entry said, version by version, oldest first.
    public Answer<List<VersionPayload>> versions(String id) {
        return all(
                        "/indicators/" + path(id) + "/versions",
                        Map.of(),
                        new TypeReference<PagePayload<VersionPayload>>() {})
                .map(Everything::items);
    }

    /// An indicator's state as the ledger knew it then.
    ///
    /// @param reading of which values
    /// @param asOf empty for now
    public Answer<IndicatorStatePayload> state(
            String id, SeriesReading reading, Optional<Instant> asOf) {
        Map<String, String> query = new TreeMap<>(past(asOf));
        if (reading != SeriesReading.COUNTED) {
            query.put("reading", reading.name());
        }
        return http.send(
                get("/indicators/" + path(id) + "/state", query), new TypeReference<>() {});
    }

    /// How good forecasts of an indicator were.
    public Answer<TrackRecordPayload> trackRecord(String id) {
        return http.send(
                get("/indicators/" + path(id) + "/track-record", Map.of()),
                new TypeReference<>() {});
    }

    /// How good forecasts were, of all indicators and of people.
    public Answer<TrackRecordsPayload> trackRecords() {
        return http.send(get("/track-record", Map.of()), new TypeReference<>() {});
    }

    /// The time horizons that are fitted to the eval runs of an indicator's suite.
    ///
    /// @param asOf empty for now
    public Answer<HorizonPayload> horizon(String id, Optional<Instant> asOf) {
        return http.send(
                get("/indicators/" + path(id) + "/horizon", past(asOf)), new TypeReference<>() {});
    }

    /// How an indicator's course may go on, and whether the data can tell.
    ///
    /// @param reading which values it is asked of
    /// @param asOf empty for now
    public Answer<ShapesPayload> shapes(String id, SeriesReading reading, Optional<Instant> asOf) {
        return http.send(
                get("/indicators/" + path(id) + "/shapes", read(reading, asOf)),
                new TypeReference<>() {});
    }

    /// When an indicator crosses a threshold.
    ///
    /// @param threshold in the indicator's unit
    /// @param reading which values it is asked of
    /// @param asOf empty for now
    public Answer<CrossingPayload> crossing(
            String id, double threshold, SeriesReading reading, Optional<Instant> asOf) {
        Map<String, String> query = new TreeMap<>(read(reading, asOf));
        query.put("threshold", String.valueOf(threshold));
        return http.send(
                get("/indicators/" + path(id) + "/crossing", query), new TypeReference<>() {});
    }

    /// An indicator's jumps and rests from one generation of models to the next.
    ///
    /// @param reading which values it is asked of
    /// @param asOf empty for now
    public Answer<JumpsPayload> jumps(String id, SeriesReading reading, Optional<Instant> asOf) {
        return http.send(
                get("/indicators/" + path(id) + "/jumps", read(reading, asOf)),
                new TypeReference<>() {});
    }

    /// Who improves a ledger of records, and how far.
    ///
    /// @param reading which values it is asked of
    /// @param asOf empty for now
    /// @param since day from which it is read a second time; empty for a year before
    public Answer<RecordLedgerPayload> recordLedger(
            String id, SeriesReading reading, Optional<Instant> asOf, Optional<LocalDate> since) {
        Map<String, String> query = new TreeMap<>(read(reading, asOf));
        since.ifPresent(day -> query.put("since", day.toString()));
        return http.send(
                get("/indicators/" + path(id) + "/record-ledger", query), new TypeReference<>() {});
    }

    /// Two agents on the tasks of an indicator's suite that both were given.
    ///
    /// @param asOf empty for now
    public Answer<PairedComparisonPayload> comparison(
            String id, String a, String b, Optional<Instant> asOf) {
        Map<String, String> query = new TreeMap<>(past(asOf));
        query.put("a", a);
        query.put("b", b);
        return http.send(
                get("/indicators/" + path(id) + "/comparison", query), new TypeReference<>() {});
    }

    private static Map<String, String> read(SeriesReading reading, Optional<Instant> asOf) {
        Map<String, String> query = new TreeMap<>(past(asOf));
        if (reading != SeriesReading.COUNTED) {
            query.put("reading", reading.name());
        }
        return query;
    }

    /// Vouches for a value that is held.
    ///
    /// @param row of the ledger
    public Answer<Map<String, Object>> confirm(String row, String text, String token) {
        return http.send(
                post(
                        "/observations/" + path(row) + "/confirmation",
                        Map.of("text", text),
                        Optional.of(token)),
                new TypeReference<>() {});
    }

    /// Every row of an indicator's ledger, revisions and retractions too.
    ///
    /// @param asOf empty for now
    public Answer<Ledger> ledger(String id, Optional<Instant> asOf) {
        Map<String, String> query = new TreeMap<>();
        query.put("revisions", "true");
        query.put("retracted", "true");
        asOf.ifPresent(at -> query.put("asOf", at.toString()));
        return all(
                        "/indicators/" + path(id) + "/observations",
                        query,
                        new TypeReference<PagePayload<LedgerRowPayload>>() {})
                .map(everything -> new Ledger(everything.items(), everything.asOf()));
    }

    /// What stands of an indicator, as CSV; refused where its licence allows no bulk export.
    ///
    /// @param asOf empty for now
    public Answer<byte[]> table(String id, Optional<Instant> asOf) {
        return http.bytes(
                get("/indicators/" + path(id) + "/observations", past(asOf))
                        .setHeader("Accept", "text/csv"));
    }

    /// Every rule.
    public Answer<List<RulePayload>> rules() {
        return all("/rules", Map.of(), new TypeReference<PagePayload<RulePayload>>() {})
                .map(Everything::items);
    }

    /// The rules on one indicator.
    public Answer<List<RulePayload>> rules(String indicator) {
        return all(
                        "/rules",
                        Map.of("indicator", indicator),
                        new TypeReference<PagePayload<RulePayload>>() {})
                .map(Everything::items)
                .map(rules -> rules.stream().filter(r -> indicator.equals(r.indicator())).toList());
    }

    /// One rule.
    public Answer<RulePayload> rule(String id) {
        return http.send(get("/rules/" + path(id)), new TypeReference<>() {});
    }

    /// One alert episode.
    public Answer<AlertPayload> alert(String id) {
        return http.send(get("/alerts/" + path(id)), new TypeReference<>() {});
    }

    /// The newest releases, newest first.
    public Answer<List<LedgerRowPayload>> releases() {
        return http.send(get("/releases"), new TypeReference<PagePayload<LedgerRowPayload>>() {})
                .map(PagePayload::items);
    }

    /// The sources and how they are.
    public Answer<List<SourcePayload>> sources() {
        return http.send(get("/sources"), new TypeReference<PagePayload<SourcePayload>>() {})
                .map(PagePayload::items);
    }

    /// What the names of sources mean.
    public Answer<List<AliasPayload>> aliases() {
        return all("/aliases", Map.of(), new TypeReference<PagePayload<AliasPayload>>() {})
                .map(Everything::items);
    }

    /// Names of sources that nobody has resolved.
    public Answer<List<UnresolvedNamePayload>> unresolvedNames() {
        return all(
                        "/aliases/unresolved",
                        Map.of(),
                        new TypeReference<PagePayload<UnresolvedNamePayload>>() {})
                .map(Everything::items);
    }

    /// The levels of abstraction, with what each lacks.
    public Answer<List<ViewPayload>> views() {
        return all("/views", Map.of(), new TypeReference<PagePayload<ViewPayload>>() {})
                .map(Everything::items);
    }

    /// The kinds of R&D work, with what speaks of each.
    public Answer<List<CategoryPayload>> categories() {
        return all("/categories", Map.of(), new TypeReference<PagePayload<CategoryPayload>>() {})
                .map(Everything::items);
    }

    /// Subjects of which several sources give different values.
    ///
    /// @param indicator the only one that is asked for; empty for all
    public Answer<List<DisagreementPayload>> disagreements(Optional<String> indicator) {
        return all(
                        "/discrepancies",
                        only(indicator),
                        new TypeReference<PagePayload<DisagreementPayload>>() {})
                .map(Everything::items);
    }

    /// Documented discrepancies.
    ///
    /// @param indicator the only one that is asked for; empty for all
    public Answer<List<DiscrepancyPayload>> documentedDiscrepancies(Optional<String> indicator) {
        return all(
                        "/discrepancies/documented",
                        only(indicator),
                        new TypeReference<PagePayload<DiscrepancyPayload>>() {})
                .map(Everything::items);
    }

    /// The automation index with all that led to it.
    ///
    /// @param asOf empty for now
    public Answer<AutomationIndexPayload> automationIndex(Optional<Instant> asOf) {
        return http.send(get("/index", past(asOf)), new TypeReference<>() {});
    }

    /// The capability index fitted to the ledger's benchmarks.
    ///
    /// @param asOf empty for now
    public Answer<CapabilityIndexPayload> capabilityIndex(Optional<Instant> asOf) {
        return http.send(get("/capability-index", past(asOf)), new TypeReference<>() {});
    }

    /// Every milestone by date, those that were withdrawn too.
    ///
    /// @param asOf empty for now
    public Answer<List<MilestonePayload>> milestones(Optional<Instant> asOf) {
        Map<String, String> query = new TreeMap<>(past(asOf));
        query.put("withdrawn", "true");
        return all("/milestones", query, new TypeReference<PagePayload<MilestonePayload>>() {})
                .map(Everything::items);
    }

    /// Every policy threshold by issuer.
    ///
    /// @param asOf empty for now
    public Answer<List<PolicyThresholdPayload>> policyThresholds(Optional<Instant> asOf) {
        return all(
                        "/policy-thresholds",
                        past(asOf),
                        new TypeReference<PagePayload<PolicyThresholdPayload>>() {})
                .map(Everything::items);
    }

    /// Every forecast by the day it is due.
    ///
    /// @param asOf empty for now
    public Answer<List<ForecastEntryPayload>> forecasts(Optional<Instant> asOf) {
        return all(
                        "/forecasts",
                        past(asOf),
                        new TypeReference<PagePayload<ForecastEntryPayload>>() {})
                .map(Everything::items);
    }

    /// One milestone with its revisions.
    public Answer<EntryPayload<MilestonePayload>> milestone(String id, String source) {
        return http.send(
                get("/milestones/" + path(id), Map.of("source", source)), new TypeReference<>() {});
    }

    /// Takes note of an alert.
    public Answer<AlertPayload> acknowledge(String alert, String note, String token) {
        return http.send(
                post(
                        "/alerts/" + path(alert) + "/acknowledge",
                        Map.of("note", note),
                        Optional.of(token)),
                new TypeReference<>() {});
    }

    /// A page of what was refused, newest first.
    ///
    /// @param query what it is narrowed by, and the cursor of a later page
    public Answer<PagePayload<DeadLetterPayload>> deadLetters(
            Map<String, String> query, String token) {
        return http.send(
                JsonHttp.bearer(get("/dead-letters", query), token), new TypeReference<>() {});
    }

    /// One refused record, as it was received.
    public Answer<OpenedLetterPayload> deadLetter(String id, String token) {
        return http.send(
                JsonHttp.bearer(get("/dead-letters/" + path(id)), token), new TypeReference<>() {});
    }

    /// Sends a refused record again.
    public Answer<DeadLetterPayload> replay(String id, String token) {
        return http.send(
                post("/dead-letters/" + path(id) + "/replay", Map.of(), Optional.of(token)),
                new TypeReference<>() {});
    }

    /// Reads a source now.
    ///
    /// @param wait how long to wait for what it brings to be handled
    public Answer<RunPayload> sync(String source, Duration wait, String token) {
        return run("/sources/" + path(source) + "/sync", wait, token);
    }

    /// Withdraws the rows of a source that had vanished at its last run.
    ///
    /// @param wait how long to wait for that to be handled
    public Answer<RunPayload> withdraw(String source, String run, Duration wait, String token) {
        return run("/sources/%s/runs/%s/withdraw".formatted(path(source), path(run)), wait, token);
    }

    private Answer<RunPayload> run(String target, Duration wait, String token) {
        HttpRequest.Builder request =
                post(target + "?wait=" + wait, Map.of(), Optional.of(token))
                        .timeout(wait.plusSeconds(10));
        return http.send(request, new TypeReference<>() {});
    }

    /// Signs in.
    public Answer<SessionPayload> signIn(String user, String password) {
        return http.send(
                post("/session", Map.of("username", user, "password", password), Optional.empty()),
                new TypeReference<>() {});
    }

    /// Signs in whom the organisation's provider vouches for.
    ///
    /// @param token the provider's access token
    public Answer<SessionPayload> signIn(String token) {
        HttpRequest.Builder request =
                http.request("/session")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.noBody());
        return http.send(JsonHttp.bearer(request, token), new TypeReference<>() {});
    }

    /// How the log-in of that token stands.
    public Standing standing(String token) {
        Answer<Map<String, Object>> answer =
                http.send(JsonHttp.bearer(get("/session"), token), new TypeReference<>() {});
        return switch (answer) {
            case Answer.Ok<Map<String, Object>> _ -> Standing.GOOD;
            case Answer.Failed<Map<String, Object>>(Failure failure) ->
                    failure.kind() == Failure.Kind.UNAUTHENTICATED
                            ? Standing.ENDED
                            : Standing.UNKNOWN;
        };
    }

    /// Ends a session; the token is worthless afterwards.
    public void signOut(String token) {
        http.send(
                JsonHttp.bearer(http.request("/session").DELETE(), token),
                new TypeReference<Map<String, Object>>() {});
    }

    /// What a list holds through all its pages.
    private record Everything<T>(List<T> items, @Nullable Instant asOf) {}

    private <T> Answer<Everything<T>> all(
            String target, Map<String, String> query, TypeReference<PagePayload<T>> type) {
        List<T> items = new ArrayList<>();
        Map<String, String> asked = new TreeMap<>(query);
        for (int page = 0; page < MOST_PAGES; page++) {
            switch (http.send(get(target, asked), type)) {
                case Answer.Failed<PagePayload<T>>(Failure failure) -> {
                    return new Answer.Failed<>(failure);
                }
                case Answer.Ok<PagePayload<T>>(PagePayload<T> got) -> {
                    items.addAll(got.items());
                    if (got.next() == null) {
                        return new Answer.Ok<>(new Everything<>(List.copyOf(items), got.asOf()));
                    }
                    asked.put("cursor", got.next());
                }
            }
        }
        return new Answer.Failed<>(
                new Failure(
                        Failure.Kind.REFUSED, target + " has more than " + MOST_PAGES + " pages"));
    }

    private static Map<String, String> only(Optional<String> indicator) {
        return indicator.map(id -> Map.of("indicator", id)).orElse(Map.of());
    }

    private HttpRequest.Builder get(String target) {
        return http.request(target).GET();
    }

    private HttpRequest.Builder get(String target, Map<String, String> query) {
        Function<Map.Entry<String, String>, String> pair =
                e -> e.getKey() + "=" + encode(e.getValue());
        String asked = String.join("&", query.entrySet().stream().map(pair).toList());
        return get(asked.isEmpty() ? target : target + "?" + asked);
    }

    private HttpRequest.Builder post(
            String target, Map<String, String> body, Optional<String> token) {
        HttpRequest.Builder request = http.post(target, body);
        token.ifPresent(bearer -> JsonHttp.bearer(request, bearer));
        return request;
    }

    private static Map<String, String> past(Optional<Instant> asOf) {
        return asOf.map(at -> Map.of("asOf", at.toString())).orElse(Map.of());
    }

    private static String path(String segment) {
        return encode(segment).replace("+", "%20");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
