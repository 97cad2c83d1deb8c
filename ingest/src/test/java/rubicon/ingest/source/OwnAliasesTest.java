package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.ingest.source.metr.MetrBenchmarkResults;
import rubicon.ingest.testing.Fuzz;
import rubicon.model.wire.SubjectPayload;

class OwnAliasesTest {
    @TempDir Path folder;

    @Test
    void nameThatNobodyKnewIsResolvedForItsSourceOrForAll() throws Exception {
        OwnAliases own =
                own(
                        """
                        upstream:
                          m-01: {model: Model One, developer: Example, scaffold: react, effort: high}
                        elsewhere:
                          m-02: {model: Model Two}
                        any:
                          m-01: {model: another}
                          m-03: {model: Model Three}
                        """);

        Mapped mapped = mapped(own);

        assertThat(mapped.observations())
                .filteredOn(it -> "metr-horizon-p50".equals(it.indicator()))
                .map(it -> Objects.requireNonNull(it.subject()).model() + " " + it.tags())
                .containsExactly(
                        "Model One {effort=high}", "m-02 {unresolved=true}", "Model Three {}");
        SubjectPayload one = Objects.requireNonNull(mapped.observations().getFirst().subject());
        assertThat(one.developer()).isEqualTo("Example");
        assertThat(one.scaffold()).isEqualTo("react");
        assertThat(OwnAliases.unresolved(mapped)).isEqualTo(Map.of("m-02", 2));
    }

    @Test
    void rubiconsOwnMeaningStays() throws Exception {
        OwnAliases own = own("any: {gpt_4: {model: something else}}");
        Mapped mapped =
                source(own)
                        .map(
                                TextFile.delivery(
                                        TextFile.of(Results.of(0).with("gpt_4", 5).bytes())));
        assertThat(Objects.requireNonNull(mapped.observations().getFirst().subject()).model())
                .isEqualTo("GPT-4");
    }

    @Test
    void changedFileIsAnotherMapping() throws Exception {
        Source before = source(own("any: {m-01: {model: One}}"));
        assertThat(source(own("any: {m-01: {model: One}}")).mapping()).isEqualTo(before.mapping());
        assertThat(source(own("any: {m-01: {model: Two}}")).mapping())
                .isNotEqualTo(before.mapping());
        assertThat(source(OwnAliases.NONE).mapping())
                .isEqualTo(new MetrBenchmarkResults().version());
    }

    @Test
    void otherOptionsAreAnotherMapping() {
        String percent = options(Map.of("units", "percent", "license", "MIT")).mapping();
        assertThat(options(Map.of("license", "MIT", "units", "percent")).mapping())
                .isEqualTo(percent);
        assertThat(options(Map.of("units", "share", "license", "MIT")).mapping())
                .isNotEqualTo(percent);
        assertThat(options(Map.of()).mapping()).isEqualTo(new MetrBenchmarkResults().version());
    }

    private static Source options(Map<String, String> options) {
        Source it = Samples.source(true, false);
        return new Source(it.id(), it.connector(), it.url(), it.every(), true, false, options);
    }

    @Test
    void wrongFileIsRefusedWithTheNameAtFault() {
        assertThatThrownBy(() -> own("any: {m-01: {developer: Example}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m-01: model is missing");
        assertThatThrownBy(() -> own("any: {m-01: {modle: One}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("modle");
        assertThatThrownBy(() -> own("- m-01")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void brokenFileIsReadOrTold() {
        byte[] whole =
                "any: {m-01: {model: Model One, developer: Example, scaffold: react}}"
                        .getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("broken.yaml");
        Fuzz.run(
                500,
                whole,
                broken -> OwnAliases.of(Files.write(file, broken)),
                List.of(IllegalArgumentException.class));
    }

    private static Mapped mapped(OwnAliases own) throws DriftException {
        return source(own).map(TextFile.delivery(TextFile.of(Results.of(3).bytes())));
    }

    private OwnAliases own(String yaml) throws IOException {
        return OwnAliases.of(Files.writeString(folder.resolve("aliases.yaml"), yaml));
    }

    private static Source source(OwnAliases own) {
        return new Source(
                "upstream",
                new MetrBenchmarkResults(),
                URI.create("http://127.0.0.1/results.yaml"),
                Duration.ofHours(6),
                true,
                false,
                Map.of(),
                own);
    }
}
