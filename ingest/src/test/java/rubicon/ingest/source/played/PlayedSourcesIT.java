package rubicon.ingest.source.played;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.source.played.PlayedSource.Expectation;
import rubicon.ingest.testing.BuiltInFacts;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.Slips;
import rubicon.ingest.testing.Slips.Fate;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;

/// Every real source, where the property `rubicon.upstream.dir` names the folder that holds them:
/// its revisions played in order give the values that were true at each time, and played again they
/// change nothing. The tables of what was read, and of which slips would be stopped, are the
/// documented ones; with `rubicon.played.update` they are written there.
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@QuarkusTestResource(value = PlayedHouse.class, restrictToAnnotatedClass = true)
class PlayedSourcesIT {
    /// Floats would round the file's digits.
    private static final JsonPathConfig DOUBLES =
            JsonPathConfig.jsonPathConfig()
                    .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);

    private static final SortedMap<String, Line> TABLE = new TreeMap<>();

    /// What the plausibility check holds of all that is real: the scores of a model of 93 million
    /// parameters at a school benchmark, which the test's mapping files under these two.
    private static final List<String> TINY_MODEL = List.of("terminal-bench-v1", "weirdml");

    @Inject LedgerService ledger;
    @Inject CatalogueService catalogue;

    static Stream<Named<PlayedSource>> sources() {
        return PlayedSources.all().stream().map(it -> Named.of(it.id(), it));
    }

    /// What playing a source came to.
    private record Line(
            int steps,
            int rows,
            int fresh,
            int revised,
            int retracted,
            int refused,
            Duration took) {
        static final Line NOTHING = new Line(0, 0, 0, 0, 0, 0, Duration.ZERO);

        Line withdrawing(int more) {
            return new Line(steps, rows, fresh, revised, retracted + more, refused, took);
        }

        Line with(JsonPath run, Duration time) {
            return new Line(
                    steps + 1,
                    run.getInt("read"),
                    fresh + run.getInt("new"),
                    revised + run.getInt("revised"),
                    retracted + run.getInt("retracted"),
                    run.getInt("refused"),
                    took.plus(time));
        }
    }

    @ParameterizedTest
    @Order(1)
    @MethodSource("sources")
    void revisionsInOrderGiveWhatWasTrueAtEachTime(PlayedSource source) throws IOException {
        String upstream = System.getProperty("rubicon.upstream.dir", "");
        assumeTrue(
                !upstream.isBlank() && Files.isDirectory(Path.of(upstream)),
                "SKIPPED: rubicon.upstream.dir does not name the folder of real upstream files");
        List<Revisions.Step> steps =
                Revisions.of(Path.of(upstream, source.folder()), source.servedAt());
        assertThat(steps).isNotEmpty();

        Line line = Line.NOTHING;
        Map<String, Instant> knownAfter = new LinkedHashMap<>();
        Map<String, JsonPath> runs = new LinkedHashMap<>();
        for (Revisions.Step step : steps) {
            Instant begun = Instant.now();
            JsonPath run = play(source, step);
            line = line.with(run, Duration.between(begun, Instant.now()));
            assertThat(drifted(source))
                    .as("drift at %s", step.commit())
                    .isEqualTo(source.drifts(step.commit()));
            Optional<PlayedSource.Accepted> accepted = source.accepted(step.commit());
            if (accepted.isPresent()) {
                accept(source, run, accepted.get());
                line = line.withdrawing(accepted.get().count());
            }
            knownAfter.put(step.commit(), Instant.now());
            runs.put(step.commit(), run);
        }
        TABLE.put(source.id(), line);
        assertThat(held()).as("held for being implausible").isSubsetOf(TINY_MODEL);
        for (Expectation expectation : source.expectations()) {
            String commit =
                    knownAfter.keySet().stream()
                            .filter(it -> it.startsWith(expectation.commit()))
                            .reduce((first, second) -> second)
                            .orElseThrow(() -> new AssertionError(expectation + ": no such step"));
            check(
                    source,
                    expectation,
                    Objects.requireNonNull(knownAfter.get(commit)),
                    Objects.requireNonNull(runs.get(commit)));
        }

        for (Revisions.Step step : steps) {
            JsonPath again = play(source, step);
            assertThat(
                            List.of(
                                    again.getInt("new"),
                                    again.getInt("revised"),
                                    again.getInt("retracted")))
                    .as("second play of %s", step.commit())
                    .containsOnly(0);
        }
    }

    /// Indicators that hold a value, with an entry for each.
    private static List<String> held() {
        List<String> ids = given().get("/api/v1/indicators").jsonPath().getList("items.id");
        List<String> held = new ArrayList<>();
        for (String id : ids) {
            int count =
                    given().get("/api/v1/indicators/%s/state".formatted(id))
                            .jsonPath()
                            .getInt("counts.held");
            assertThat(count).as(id).isLessThan(2);
            if (count == 1) {
                held.add(id);
            }
        }
        return held;
    }

    /// Runs after all sources were played.
    @Test
    @Order(Integer.MAX_VALUE)
    void documentedTableIsWhatWasRead() throws IOException {
        assumeTrue(
                TABLE.size() == PlayedSources.all().size(),
                "SKIPPED: the documented table is not compared, not all sources were played");
        List<String> rows = TABLE.entrySet().stream().map(it -> row(it)).toList();
        DocumentedTable page =
                DocumentedTable.read("users/sources.md", "| source | revisions played |");
        if (Boolean.getBoolean("rubicon.played.update")) {
            page.write(rows);
        } else {
            assertThat(page.rows().stream().map(DocumentedTable::withoutTime).toList())
                    .as(
                            "the table of docs/users/sources.md; rewritten by"
                                    + " -Drubicon.played.update=true")
                    .isEqualTo(rows.stream().map(DocumentedTable::withoutTime).toList());
        }
    }

    /// Runs after all sources were played. Of an indicator that none of them feeds, the facts that
    /// come with the house are asked.
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void slipsAtTheBestAreStoppedAndWhatIsRealIsHeldAtNoTime() throws IOException {
        assumeTrue(
                TABLE.size() == PlayedSources.all().size(),
                "SKIPPED: slips are not looked for, not all sources were played");
        SortedMap<IndicatorId, List<Statement>> facts =
                BuiltInFacts.statements(catalogue.current());
        List<Slips.Row> rows = new ArrayList<>();
        Map<String, Set<String>> held = new TreeMap<>();
        for (Indicator it : catalogue.current().indicators().values()) {
            List<Statement> played = arrived(it.id());
            List<Statement> said =
                    played.isEmpty() ? facts.getOrDefault(it.id(), List.of()) : played;
            Slips.at(it, IndicatorLedger.of(said).histories()).ifPresent(rows::add);
            Set<String> found = Slips.heldInOrder(it, said);
            if (!found.isEmpty()) {
                held.put(it.id().value(), found);
            }
        }
        assertThat(held).as("held at any time").containsOnlyKeys(TINY_MODEL);
        assertThat(held.values()).allSatisfy(it -> assertThat(it).hasSize(1));
        Indicator index = catalogue.current().find("epoch-capabilities-index").orElseThrow();
        assertThat(Slips.fate(index, ledger.read(index.id()).histories(), 60)).isEqualTo(Fate.HELD);

        DocumentedTable page = DocumentedTable.read("methods/held-values.md", "| indicator |");
        if (Boolean.getBoolean("rubicon.played.update")) {
            page.write(Slips.lines(rows));
        } else {
            assertThat(page.rows())
                    .as(
                            "the table of docs/methods/held-values.md; rewritten by"
                                    + " -Drubicon.played.update=true")
                    .isEqualTo(Slips.lines(rows));
        }
    }

    /// What the ledger holds of an indicator, in the order in which it came.
    private List<Statement> arrived(IndicatorId indicator) {
        return ledger.read(indicator).histories().stream()
                .flatMap(it -> it.statements().stream())
                .sorted(Comparator.comparing(Statement::recordedAt).thenComparing(Statement.ORDER))
                .toList();
    }

    private static String row(Map.Entry<String, Line> line) {
        Line it = line.getValue();
        return "| `%s` | %d | %d | %d | %d | %d | %d | %.1f s |"
                .formatted(
                        line.getKey(),
                        it.steps(),
                        it.rows(),
                        it.fresh(),
                        it.revised(),
                        it.retracted(),
                        it.refused(),
                        it.took().toMillis() / 1_000.0);
    }

    private static JsonPath play(PlayedSource source, Revisions.Step step) {
        step.files()
                .forEach((path, bytes) ->
                        PlayedHouse.server()
                                .serve(
                                        source.folder()
                                                + "/"
                                                + (path.isEmpty() ? source.file() : path),
                                        bytes,
                                        step.committedAt()));
        return given().auth()
                .oauth2(IngestHouse.TOKEN)
                .post("/api/v1/sources/%s/sync?wait=PT120S".formatted(source.id()))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static boolean drifted(PlayedSource source) {
        return given().get("/api/v1/sources")
                .jsonPath()
                .getBoolean("items.find { it.id == '%s' }.drift == 'ROWS'".formatted(source.id()));
    }

    private static void accept(PlayedSource source, JsonPath run, PlayedSource.Accepted accepted) {
        int retracted =
                given().auth()
                        .oauth2(IngestHouse.TOKEN)
                        .post(
                                "/api/v1/sources/%s/runs/%s/withdraw?wait=PT120S"
                                        .formatted(source.id(), run.getString("run")))
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("retracted");
        assertThat(retracted).as("%s", accepted).isEqualTo(accepted.count());
        assertThat(drifted(source)).as("drift after %s", accepted).isFalse();
    }

    private static void check(
            PlayedSource source, Expectation expectation, Instant asOf, JsonPath run) {
        String told = "%s after %s".formatted(expectation, asOf);
        switch (expectation) {
            case PlayedSource.Value(
                            String _,
                            String indicator,
                            String externalId,
                            double expected) -> {
                Map<String, Double> row = rows(source, indicator, asOf).get(externalId);
                assertThat(row).as(told).isNotNull();
                assertThat(Objects.requireNonNull(row).get("value"))
                        .as(told)
                        .isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
            }
            case PlayedSource.Estimate(
                            String _,
                            String indicator,
                            String externalId,
                            double value,
                            double low,
                            double high) ->
                    assertThat(rows(source, indicator, asOf).get(externalId))
                            .as(told)
                            .isEqualTo(Map.of("value", value, "low", low, "high", high));
            case PlayedSource.Model(String _, String indicator, String externalId, String model) ->
                    assertThat(items(source, indicator, asOf))
                            .as(told)
                            .filteredOn(it -> externalId.equals(it.get("externalId")))
                            .extracting("subject.model")
                            .isEqualTo(List.of(model));
            case PlayedSource.NoValue(String _, String indicator, String externalId) ->
                    assertThat(rows(source, indicator, asOf))
                            .as(told)
                            .doesNotContainKey(externalId);
            case PlayedSource.Rows(String _, String indicator, int count) ->
                    assertThat(rows(source, indicator, asOf)).as(told).hasSize(count);
            case PlayedSource.Counted(String _, int fresh, int revised, int unchanged) ->
                    assertThat(
                                    List.of(
                                            run.getInt("new"),
                                            run.getInt("revised"),
                                            run.getInt("unchanged")))
                            .as(told)
                            .containsExactly(fresh, revised, unchanged);
            case PlayedSource.EvalRuns(String _, String agent, int count) ->
                    assertThat(evalRuns(source, agent)).as(told).isEqualTo(count);
            case PlayedSource.Refused(String _, int count) ->
                    assertThat(run.getInt("refused")).as(told).isEqualTo(count);
            case PlayedSource.Withdrawn(String _, int count) ->
                    assertThat(run.getInt("retracted")).as(told).isEqualTo(count);
            case PlayedSource.Drifted _, PlayedSource.Accepted _ -> {
                // seen while it was played
            }
        }
    }

    private static int evalRuns(PlayedSource source, String agent) {
        int count = 0;
        String cursor = null;
        do {
            JsonPath page =
                    given().queryParam("source", source.id())
                            .queryParam("agent", agent)
                            .queryParam("cursor", cursor)
                            .get("/api/v1/eval-runs")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            count += page.getList("items").size();
            cursor = page.getString("next");
        } while (cursor != null);
        return count;
    }

    /// The numbers of a source's standing rows, by the upstream's key.
    private static Map<String, Map<String, Double>> rows(
            PlayedSource source, String indicator, Instant asOf) {
        Map<String, Map<String, Double>> rows = new TreeMap<>();
        items(source, indicator, asOf)
                .forEach(it -> rows.put(String.valueOf(it.get("externalId")), numbers(it)));
        return rows;
    }

    /// A source's standing rows.
    private static List<Map<String, Object>> items(
            PlayedSource source, String indicator, Instant asOf) {
        List<Map<String, Object>> rows = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page =
                    given().queryParam("asOf", asOf.toString())
                            .queryParam("cursor", cursor.isEmpty() ? null : cursor)
                            .get("/api/v1/indicators/%s/observations".formatted(indicator))
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath(DOUBLES);
            List<Map<String, Object>> items = page.getList("items");
            items.stream().filter(it -> source.id().equals(it.get("source"))).forEach(rows::add);
            cursor = Objects.requireNonNullElse(page.getString("next"), "");
        } while (!cursor.isEmpty());
        return rows;
    }

    private static Map<String, Double> numbers(Map<String, Object> row) {
        Map<String, Double> numbers = new TreeMap<>();
        for (String name : List.of("value", "low", "high")) {
            if (row.get(name) instanceof Number number) {
                numbers.put(name, number.doubleValue());
            }
        }
        return numbers;
    }
}
