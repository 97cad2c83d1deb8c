package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The dashboard: its expressions are read by Prometheus itself, and what they ask for is there.
class DashboardIT {
    private static final Path OBSERVABILITY = Folders.MANIFESTS.resolve("../observability");
    private static final Pattern METER = Pattern.compile("\\w+(?=\\{)");
    private static final Pattern DESCRIBED = Pattern.compile("\\| `(\\w+)` \\|");
    private static final String TIMER_PARTS = "_(count|sum|max)$";

    @TempDir private Path folder;

    private final JsonNode dashboard = read();

    @Test
    void expressionsAreRead() throws Exception {
        Program.Run run = check(expressions());

        assertThat(run.passed()).as(run.output()).isTrue();
        assertThat(run.output()).contains(expressions().size() + " rules found");
    }

    @Test
    void anExpressionThatIsNoneIsRefused() throws Exception {
        assertThat(check(List.of("sum by (job (up)")).passed()).isFalse();
    }

    /// Names that the operators' page lists; the services' own tests hold it to what they tell.
    @Test
    void everyMeterIsOneThatTheServicesTell() throws IOException {
        assertThat(metersOf(dashboard))
                .hasSizeGreaterThan(20)
                .isSubsetOf(withTimers(described(), "up"));
    }

    @Test
    void everyMeterOfOursHasAPanelOrAnAlert() throws IOException {
        Set<String> used = metersOf(dashboard);
        used.addAll(metersOf(Manifests.alertRules()));
        Set<String> timers =
                used.stream().map(it -> it.replaceAll(TIMER_PARTS, "")).collect(toTreeSet());

        assertThat(described())
                .filteredOn(it -> it.startsWith("rubicon_"))
                .allSatisfy(it -> assertThat(used.contains(it) || timers.contains(it)).isTrue());
    }

    @Test
    void panelsDoNotOverlapAndSayWhatTheyAre() {
        TreeSet<String> taken = new TreeSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            JsonNode at = panel.path("gridPos");
            assertThat(at.path("x").asInt() + at.path("w").asInt()).isLessThanOrEqualTo(24);
            for (int x = 0; x < at.path("w").asInt(); x++) {
                for (int y = 0; y < at.path("h").asInt(); y++) {
                    assertThat(
                                    taken.add(
                                            (at.path("x").asInt() + x)
                                                    + ","
                                                    + (at.path("y").asInt() + y)))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("description").asText()).isNotEmpty();
            }
        }
        assertThat(dashboard.path("panels").findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @Test
    void productionBringsItToGrafana() throws Exception {
        JsonNode map =
                Manifests.rendered("production").find("ConfigMap", "dashboards").orElseThrow();

        assertThat(map.at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
        assertThat(new ObjectMapper().readTree(map.at("/data/rubicon.json").asText()))
                .isEqualTo(dashboard);
    }

    @Test
    void prometheusReadsTheExampleOfAHouseOnThisMachine() throws Exception {
        Program.Run run =
                promtool("check", "config", OBSERVABILITY.resolve("prometheus.yaml").toString());

        assertThat(run.passed()).as(run.output()).isTrue();
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(OBSERVABILITY.resolve("dashboards/rubicon.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> expressions() {
        return dashboard.findValuesAsText("expr");
    }

    private static Set<String> metersOf(JsonNode node) {
        return node.findValuesAsText("expr").stream()
                .flatMap(it -> METER.matcher(it).results())
                .map(MatchResult::group)
                .collect(toTreeSet());
    }

    private static Set<String> described() throws IOException {
        String page = Files.readString(Folders.DOCS.resolve("metrics.md"));
        return DESCRIBED.matcher(page).results().map(it -> it.group(1)).collect(toTreeSet());
    }

    private static Set<String> withTimers(Set<String> names, String more) {
        Set<String> all = new TreeSet<>(names);
        for (String name : names) {
            if (name.endsWith("_seconds")) {
                all.addAll(List.of(name + "_count", name + "_sum", name + "_max"));
            }
        }
        all.add(more);
        return all;
    }

    private static Collector<String, ?, Set<String>> toTreeSet() {
        return Collectors.toCollection(TreeSet::new);
    }

    /// As rules that record them: the one way in which promtool of any version reads expressions.
    private Program.Run check(List<String> expressions) throws IOException, InterruptedException {
        List<Map<String, String>> rules =
                IntStream.range(0, expressions.size())
                        .mapToObj(i ->
                                Map.of("record", "panel:" + i, "expr", asked(expressions.get(i))))
                        .toList();
        Object file = Map.of("groups", List.of(Map.of("name", "panels", "rules", rules)));
        new YAMLMapper().writeValue(folder.resolve("rules.yaml").toFile(), file);
        return promtool("check", "rules", "rules.yaml");
    }

    /// An expression as Grafana sends it.
    private static String asked(String expression) {
        return expression
                .replace("$__rate_interval", "1m")
                .replace("$namespace", ".*")
                .replace("$indicator", ".*");
    }

    private Program.Run promtool(Object... arguments) throws InterruptedException {
        return Layer.needs(
                        "promtool",
                        "the dashboard",
                        "install Prometheus, or name one in RUBICON_PROMTOOL")
                .run(folder, arguments);
    }
}
