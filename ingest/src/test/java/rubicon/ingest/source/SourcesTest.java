package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ingest.testing.Fuzz;

class SourcesTest {
    private static final String GOOD =
            """
            sources:
              - id: mine
                connector: metr-benchmark-results
                url: http://127.0.0.1:9/results.yaml
                every: PT90M
                enabled: false
                absence: RETRACT
                options: {}
            """;

    @TempDir Path folder;

    @Test
    void builtInSourcesThatReachOutAreOffAndFactsAreOn() throws IOException {
        Sources sources = new Sources(Samples.config(Map.of()));
        assertThat(sources.all())
                .extracting(Source::id)
                .contains(
                        "metr-time-horizons",
                        "facts-metr-horizons",
                        "facts-swe-bench-verified",
                        "facts-milestones",
                        "facts-policy-thresholds",
                        "facts-forecasts");
        assertThat(sources.all())
                .allSatisfy(it ->
                        assertThat(it.enabled())
                                .as(it.id())
                                .isEqualTo("classpath".equals(it.url().getScheme())));
    }

    @Test
    void optionOfSeveralPartsIsKnownByItsFirstName() throws IOException {
        String source =
                """
                sources:
                  - id: mine
                    connector: %s
                    url: http://127.0.0.1:9/results
                    options:
                      indicators: {"a.b/c": weirdml}
                """;
        assertThat(read(source.formatted("lm-evaluation-harness")).all())
                .singleElement()
                .satisfies(it ->
                        assertThat(new Delivery(it.options(), List.of()).optionsOf("indicators"))
                                .isEqualTo(Map.of("a.b/c", "weirdml")));
        assertThatThrownBy(() -> read(source.formatted("gso-bench")))
                .hasMessageContaining("options.indicators");
    }

    @Test
    void withoutBuiltInSourcesThereAreNone() throws IOException {
        Map<String, String> settings = Map.of("rubicon.sources.builtin", "false");
        assertThat(new Sources(Samples.config(settings)).all()).isEmpty();
    }

    @Test
    void fileTakesThePlaceOfTheBuiltInOne() throws IOException {
        assertThat(read(GOOD).all())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.id()).isEqualTo("mine");
                    assertThat(it.every()).isEqualTo(Duration.ofMinutes(90));
                    assertThat(it.enabled()).isFalse();
                    assertThat(it.retractAbsent()).isTrue();
                });
    }

    @Test
    void whatIsNotSaidHasItsDefault() throws IOException {
        Source source =
                read("""
                sources:
                  - {id: mine, connector: facts, url: "file:///facts.yaml"}
                """)
                        .find("mine")
                        .orElseThrow();
        assertThat(source.every()).isEqualTo(Duration.ofHours(6));
        assertThat(source.enabled()).isTrue();
        assertThat(source.retractAbsent()).isFalse();
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource({
        "id: mine,              id: Mine!,                id is not lower-case words",
        "metr-benchmark-results, no-such,                 connector 'no-such' is none of",
        "http:,                 ftp:,                     url 'ftp:",
        "PT90M,                 90 minutes,               every '90 minutes' is no",
        "PT90M,                 PT0S,                     every 'PT0S' is no",
        "RETRACT,               FORGET,                   absence 'FORGET' is neither",
        "absence:,              abscence:,                abscence",
        "enabled: false,        enabled: perhaps,         enabled"
    })
    void wrongEntryStopsTheStartAndNamesTheField(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rubicon.sources.file")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sources: [null]", "sources: [{}]", "sources: {id: a}", "- id: a", "\u0000"})
    void fileOfAnotherFormStopsTheStartAndIsNamed(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rubicon.sources.file");
    }

    @Test
    void brokenFileIsReadOrSaysWhatIsWrong() throws IOException {
        byte[] builtIn;
        try (InputStream in = SourcesTest.class.getResourceAsStream("/sources.yaml")) {
            builtIn = Objects.requireNonNull(in).readAllBytes();
        }
        Path file = folder.resolve("broken.yaml");
        SourceConfig config = Samples.config(Map.of("rubicon.sources.file", file.toString()));
        Fuzz.run(
                400,
                builtIn,
                broken -> {
                    Files.write(file, broken);
                    assertThat(new Sources(config).all()).isNotNull();
                },
                List.of(IllegalArgumentException.class));
    }

    @Test
    void idThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> read(GOOD + GOOD.substring(GOOD.indexOf('\n') + 1)))
                .hasMessageContaining("mine: id is given twice");
    }

    @Test
    void missingFileStopsTheStart() {
        Map<String, String> settings =
                Map.of("rubicon.sources.file", folder.resolve("none.yaml").toString());
        assertThatThrownBy(() -> new Sources(Samples.config(settings)))
                .hasMessageContaining("rubicon.sources.file")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void settingsHaveTheirDefaultsAndAreReadFromText() {
        SourceConfig defaults = Samples.config(Map.of());
        assertThat(defaults.maxBytes()).isEqualTo(32 * 1024 * 1024);
        assertThat(defaults.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(defaults.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(defaults.attempts()).isEqualTo(3);
        assertThat(defaults.backoff()).isEqualTo(Duration.ofSeconds(2));
        assertThat(defaults.longestBackoff()).isEqualTo(Duration.ofMinutes(1));
        assertThat(defaults.retryAfterFailure()).isEqualTo(Duration.ofMinutes(5));
        assertThat(defaults.settle()).isEqualTo(Duration.ofMinutes(10));
        assertThat(defaults.schedule()).isTrue();
        assertThat(defaults.builtin()).isTrue();
        assertThat(defaults.file()).isEmpty();

        SourceConfig given =
                Samples.config(
                        Map.of(
                                "rubicon.sources.max-bytes", "10",
                                "rubicon.sources.longest-backoff", "PT7S",
                                "rubicon.sources.schedule", "false"));
        assertThat(given.maxBytes()).isEqualTo(10);
        assertThat(given.longestBackoff()).isEqualTo(Duration.ofSeconds(7));
        assertThat(given.schedule()).isFalse();
    }

    private Sources read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("sources.yaml"), yaml);
        return new Sources(Samples.config(Map.of("rubicon.sources.file", file.toString())));
    }
}
