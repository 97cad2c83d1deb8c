package rubicon.ingest.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.Fuzz;
import rubicon.model.rule.RuleCheck;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.RulePayload;

/// The files of the default rules, and that they agree with the other files that come with Rubicon.
@NullUnmarked
class RuleFileTest {
    private static final ObjectMapper YAML =
            YAMLMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void ruleOfManyThingsBecomesOneOfEach() throws IOException {
        String file =
                """
                id: spent
                title: "Spent: {indicator}"
                condition: {kind: FRONTIER, op: GE}
                severities: [{name: NOTICE, fire: 95}]
                each:
                  - one-benchmark
                  - {indicator: other-benchmark, suffix: other, severities: [{name: NOTICE, fire: 90}]}
                  - {indicator: third-benchmark, suffix: "", condition: {of: LOW}}
                """;

        List<RulePayload> rules =
                RuleFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));

        assertThat(rules)
                .extracting(RulePayload::id)
                .containsExactly("spent-one-benchmark", "spent-other", "spent");
        assertThat(rules.get(0).severities().getFirst().fire()).isEqualTo(95);
        assertThat(rules.get(1).severities().getFirst().fire()).isEqualTo(90);
        assertThat(rules.get(2).condition().kind()).isEqualTo("FRONTIER");
        assertThat(rules.get(2).condition().of()).isEqualTo("LOW");
    }

    @Test
    void brokenFileIsReadOrTold() throws IOException {
        Fuzz.run(
                500,
                Files.readAllBytes(Path.of("src/main/resources/rules/horizon-ladder.yaml")),
                broken -> RuleFile.read(new ByteArrayInputStream(broken)),
                List.of(IOException.class, IllegalArgumentException.class));
    }

    @Test
    void everyDefaultRuleIsValidHasItsOwnIdAndSaysWhy() throws IOException {
        Set<String> ids = new HashSet<>();
        for (RulePayload rule : defaults()) {
            assertThat(RuleCheck.of(rule, 1, Instant.EPOCH))
                    .as("%s", rule.id())
                    .isInstanceOf(RuleCheck.Valid.class);
            assertThat(rule.why()).as("%s", rule.id()).isNotBlank();
            assertThat(ids.add(rule.id())).as("%s is there once", rule.id()).isTrue();
        }
    }

    @Test
    void everyFamilyOfTheCatalogueIsThere() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/rules"))) {
            assertThat(files.map(it -> it.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrder(
                            "horizon-ladder",
                            "horizon-beyond-suite",
                            "horizon-reliable-day",
                            "horizon-trend-break",
                            "source-restated",
                            "contamination-gap",
                            "benchmark-spent",
                            "post-training-ladder",
                            "human-reference-passed",
                            "rd-level-4",
                            "drop-in-junior",
                            "uplift-claimed",
                            "determination-changed",
                            "rule-out-used-up",
                            "evidence-withdrawn",
                            "first-deep-ai-step",
                            "open-problem-burst",
                            "arrival-moved",
                            "forecast-due",
                            "watched-source-silent");
        }
    }

    @Test
    void linesOfPoliciesAreThoseOfTheChronicle() throws IOException {
        Set<String> lines = new TreeSet<>();
        for (var node :
                YAML.readTree(resource("/policy-thresholds.yaml")).path("policyThresholds")) {
            var threshold = YAML.treeToValue(node, PolicyThresholdPayload.class);
            if (threshold.lines() != null) {
                threshold
                        .lines()
                        .forEach(it ->
                                lines.add(
                                        "%s %s %s %s"
                                                .formatted(
                                                        threshold.id(),
                                                        it.indicator(),
                                                        it.op(),
                                                        it.value())));
            }
        }

        assertThat(
                        family("rule-out-used-up").stream()
                                .map(it ->
                                        "%s %s %s %s"
                                                .formatted(
                                                        it.labels().get("threshold"),
                                                        it.indicator(),
                                                        it.condition().op(),
                                                        it.severities().getFirst().fire())))
                .containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void everyForecastWithADayIsWatchedUntilIt() throws IOException {
        Set<String> due = new TreeSet<>();
        for (var node : YAML.readTree(resource("/forecasts.yaml")).path("forecasts")) {
            var forecast = YAML.treeToValue(node, ForecastEntryPayload.class);
            if (forecast.due() != null) {
                due.add(forecast.id());
            }
        }

        assertThat(family("forecast-due").stream().map(it -> it.condition().entry()))
                .containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    void everyPolicyThresholdOfAnIssuerIsWatched() throws IOException {
        Set<String> issued = new TreeSet<>();
        for (var node :
                YAML.readTree(resource("/policy-thresholds.yaml")).path("policyThresholds")) {
            var threshold = YAML.treeToValue(node, PolicyThresholdPayload.class);
            if (!"DEFINITION".equals(threshold.status())) {
                issued.add(threshold.id());
            }
        }

        List<RulePayload> rules = family("determination-changed");
        for (String kind : List.of("DETERMINATION", "REWORDED")) {
            assertThat(
                            rules.stream()
                                    .filter(it -> kind.equals(it.condition().kind()))
                                    .map(it -> it.condition().entry()))
                    .containsAll(issued);
        }
    }

    @Test
    void everyEvaluationThatBearsOnAThresholdInForceIsWatchedForItsEnd() throws IOException {
        Set<String> bearing = new TreeSet<>();
        for (var node :
                YAML.readTree(resource("/policy-thresholds.yaml")).path("policyThresholds")) {
            var threshold = YAML.treeToValue(node, PolicyThresholdPayload.class);
            if ("IN_FORCE".equals(threshold.status())) {
                bearing.addAll(threshold.indicators());
            }
        }

        assertThat(family("evidence-withdrawn").stream().map(RulePayload::indicator))
                .containsAll(bearing);
    }

    private static List<RulePayload> family(String id) throws IOException {
        try (var in = Files.newInputStream(Path.of("src/main/resources/rules", id + ".yaml"))) {
            return RuleFile.read(in);
        }
    }

    private static List<RulePayload> defaults() throws IOException {
        List<RulePayload> rules = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/rules"))) {
            for (Path file : files.toList()) {
                rules.addAll(family(file.getFileName().toString().replace(".yaml", "")));
            }
        }
        return rules;
    }

    private static InputStream resource(String path) {
        return RuleFileTest.class.getResourceAsStream(path);
    }
}
