package rubicon.model.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: the files in `src/test/resources/reference`, written by programs in Python that share
/// nothing with this code; and where the property `rubicon.reference.dir` names a folder of such
/// files, those too. Each case brings its own tolerance.
class ReferenceCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Operation> OPERATIONS = Operations.all();

    /// What the simulator computes and tests itself; a case of any other operation fails here.
    private static final Set<String> OF_THE_SIMULATOR =
            Set.of(
                    "ai2027.baseTime",
                    "ai2027.gaps",
                    "ai2027.phase",
                    "ai2027.takeoffMonteCarlo",
                    "ai2027.timeline",
                    "ai2027.timelineMonteCarlo",
                    "aifm.difficulty",
                    "aifm.experimentCapacity",
                    "aifm.path",
                    "aifm.taste",
                    "alignment.beta",
                    "alignment.chain",
                    "alignment.drift",
                    "alignment.layers",
                    "alignment.required",
                    "alignment.simple",
                    "apple.aggregate",
                    "apple.allocation",
                    "apple.generations",
                    "apple.horizon",
                    "apple.jones",
                    "apple.remaining",
                    "apple.rsi",
                    "ces.research",
                    "ftm.requirements",
                    "ftm.update",
                    "loop.product",
                    "network.explosion",
                    "partial.kwa",
                    "partial.kwaMonteCarlo",
                    "sie.balancedGrowthSpeedup",
                    "sie.cesTime",
                    "sie.constantR",
                    "sie.monteCarlo",
                    "sie.ode",
                    "sie.path",
                    "task.allocate");

    @ParameterizedTest
    @MethodSource("ownCases")
    void agreesWithTheIndependentComputation(Case one) {
        assertThat(one.misses(OPERATIONS)).isEmpty();
    }

    @Test
    void agreesWithEveryCaseOfTheFolderThatIsNamed() throws IOException {
        String named = System.getProperty("rubicon.reference.dir", "");
        assumeFalse(
                named.isEmpty(),
                "SKIPPED: rubicon.reference.dir does not name a folder of case files");
        List<Case> own = ofThisModule(read(Path.of(named)));
        assertThat(own).isNotEmpty();
        assertThat(own)
                .allSatisfy(one -> assertThat(one.misses(OPERATIONS)).as(one.id()).isEmpty());
    }

    /// A name that no module knows is a miss, and no reason to leave the case out.
    @Test
    void aCaseOfAnUnknownOperationIsNotLeftOut(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("m.json"),
                """
                {"cases": [
                  {"id": "misspelt", "op": "score.brierr", "inputs": {}, "expected": {}, "tolerance": {"rel": 0, "abs": 0}},
                  {"id": "elsewhere", "op": "apple.rsi", "inputs": {}, "expected": {}, "tolerance": {"rel": 0, "abs": 0}}]}
                """);
        assertThat(ofThisModule(read(folder)))
                .extracting(one -> one.misses(OPERATIONS))
                .containsExactly(List.of("there is no operation score.brierr"));
    }

    @Test
    void noOperationIsOfBothModules() {
        assertThat(OPERATIONS.keySet()).doesNotContainAnyElementsOf(OF_THE_SIMULATOR);
    }

    private static List<Case> ofThisModule(List<Case> cases) {
        return cases.stream().filter(one -> !OF_THE_SIMULATOR.contains(one.operation())).toList();
    }

    static Stream<Named<Case>> ownCases() throws IOException {
        return read(Path.of("src/test/resources/reference")).stream()
                .map(one -> Named.of(one.id(), one));
    }

    private static List<Case> read(Path folder) throws IOException {
        return new CaseFolder(folder, List.of(), ReferenceCasesTest::parse).read();
    }

    static @Nullable Object parse(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
