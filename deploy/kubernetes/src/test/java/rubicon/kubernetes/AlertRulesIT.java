package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fifth layer: the alert rules, read and tried by Prometheus itself.
class AlertRulesIT {
    private static final Path TESTS = Folders.MANIFESTS.resolve("rules/rules-test.yaml");
    private static final Path OBSERVABILITY = Folders.MANIFESTS.resolve("../observability");
    private static final Pattern METER = Pattern.compile("\\w+(?=\\{)");
    private static final String RUBICON = "rubicon";

    @TempDir private Path folder;

    private final YAMLMapper yaml = new YAMLMapper();
    private final JsonNode rules;

    AlertRulesIT() throws IOException {
        rules = Manifests.alertRules();
    }

    @BeforeEach
    void unwrap() throws IOException {
        yaml.writeValue(folder.resolve("rules.yaml").toFile(), rules);
        Files.writeString(folder.resolve("tests.yaml"), Files.readString(TESTS));
    }

    @Test
    void rulesAreRead() throws Exception {
        Program.Run run = promtool("check", "rules", "rules.yaml");

        assertThat(run.passed()).as(run.output()).isTrue();
    }

    @Test
    void alertsFireWhenTheyShouldAndNotBefore() throws Exception {
        Program.Run run = promtool("test", "rules", "tests.yaml");

        assertThat(run.passed()).as(run.output()).isTrue();
    }

    /// A test is named after its alert; a further one of the same alert says after a comma what it
    /// is about.
    @Test
    void everyAlertIsTried() throws IOException {
        assertThat(yaml.readTree(TESTS.toFile()).path("tests"))
                .map(it -> it.path("name").asText().replaceFirst(",.*", ""))
                .hasSameElementsAs(alerts());
    }

    @Test
    void everyAlertIsExplained() throws IOException {
        String page = Files.readString(Folders.DOCS.resolve("kubernetes.md"));

        assertThat(alerts()).allSatisfy(it -> assertThat(page).contains("| `" + it + "` |"));
    }

    @Test
    void everyAlertNamesASectionThatSaysWhatToDo() throws IOException {
        Path root = Folders.MANIFESTS.resolve("../..");

        assertThat(rules.findValuesAsText("runbook"))
                .hasSameSizeAs(alerts())
                .allSatisfy(it -> {
                    String[] parts = it.split("#", 2);
                    assertThat(anchors(root.resolve(parts[0]))).contains(parts[1]);
                });
    }

    @Test
    void aHouseWithoutBackupsIsNotToldOfThem() throws Exception {
        assertThat(alerts(Manifests.rendered("watched").ofKind("PrometheusRule")))
                .contains("RubiconDatabaseDown")
                .noneMatch(it -> it.contains("Backup"));
        assertThat(alerts(Manifests.rendered("production").ofKind("PrometheusRule")))
                .hasSameElementsAs(alerts());
    }

    /// Names of our own meters are those that the operators' page lists.
    @Test
    void alertsUseMetersThatExist() throws IOException {
        String page = Files.readString(Folders.DOCS.resolve("metrics.md"));

        assertThat(rules.findValuesAsText("expr"))
                .flatMap(it ->
                        Pattern.compile("rubicon_\\w+")
                                .matcher(it)
                                .results()
                                .map(MatchResult::group)
                                .toList())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(page).contains("| `" + it + "` |"));
    }

    /// A house on one machine has the same rules, but for those that ask Kubernetes' own parts, and
    /// its Prometheus calls it what they call it.
    @Test
    void aHouseOnThisMachineIsWatchedByTheSameRules() throws Exception {
        List<JsonNode> own =
                rules.findValues("rules").stream()
                        .flatMap(it -> it.valueStream())
                        .filter(AlertRulesIT::asksTheServicesAlone)
                        .toList();
        JsonNode local = yaml.readTree(OBSERVABILITY.resolve("rules.yaml").toFile());
        JsonNode scraped = yaml.readTree(OBSERVABILITY.resolve("prometheus.yaml").toFile());

        assertThat(local.at("/groups/0/rules").valueStream()).containsExactlyElementsOf(own);
        assertThat(alerts(List.of(local)))
                .contains("RubiconSourceSilent", "RubiconServiceDown", "RubiconOutboxOld")
                .doesNotContain("RubiconDatabaseDown", "RubiconRestarts");
        assertThat(scraped.at("/rule_files").valueStream().map(JsonNode::asText))
                .containsExactly("rules.yaml");
        assertThat(scraped.findValuesAsText("namespace"))
                .containsExactly(RUBICON, RUBICON, RUBICON);
        Program.Run run =
                promtool("check", "rules", OBSERVABILITY.resolve("rules.yaml").toString());
        assertThat(run.passed()).as(run.output()).isTrue();
    }

    private static boolean asksTheServicesAlone(JsonNode rule) {
        String expression = rule.path("expr").asText().replaceAll("(?m)^\\s*#.*$", "");
        return METER.matcher(expression)
                .results()
                .map(MatchResult::group)
                .allMatch(it -> it.equals("up") || it.startsWith("rubicon_"));
    }

    @Test
    void aRuleThatIsNoneIsRefused() throws Exception {
        Files.writeString(
                folder.resolve("rules.yaml"),
                "groups: [{name: bad, rules: [{alert: Bad, expr: up ==, for: 1 minute}]}]");

        assertThat(promtool("check", "rules", "rules.yaml").passed()).isFalse();
    }

    @Test
    void anAlertThatStaysSilentIsFound() throws Exception {
        String tests = Files.readString(TESTS);
        String first = tests.substring(0, tests.indexOf("  - name: RubiconIngestAbsent"));
        assertThat(first).contains("1x9 0x20");
        Files.writeString(folder.resolve("tests.yaml"), first.replace("1x9 0x20", "1x29"));

        Program.Run run = promtool("test", "rules", "tests.yaml");

        assertThat(run.passed()).isFalse();
        assertThat(run.output()).contains("RubiconServiceDown");
    }

    private List<String> alerts() {
        return alerts(List.of(rules));
    }

    private static List<String> alerts(List<JsonNode> objects) {
        return objects.stream().flatMap(it -> it.findValuesAsText("alert").stream()).toList();
    }

    /// The headings of a page, as links name them.
    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(it -> it.startsWith("#"))
                .map(it -> it.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(it -> it.replaceAll("[^\\w -]", "").replace(' ', '-'))
                .toList();
    }

    private Program.Run promtool(Object... arguments) throws InterruptedException {
        return Layer.needs(
                        "promtool",
                        "the alert rules",
                        "install Prometheus, or name one in RUBICON_PROMTOOL")
                .run(folder, arguments);
    }
}
