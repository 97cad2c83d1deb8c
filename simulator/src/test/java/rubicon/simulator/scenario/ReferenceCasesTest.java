package rubicon.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.model.reference.Case;
import rubicon.model.reference.CaseFolder;
import rubicon.model.reference.Operation;
import rubicon.model.reference.Operations;

/// Oracle: the files in `src/test/resources/reference`, computed from the equations by programs
/// that share nothing with this code; and where the property `rubicon.reference.dir` names a folder
/// of such files, those too. Each case brings its own tolerance.
class ReferenceCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Operation> OPERATIONS = ofTheScenarios();

    @ParameterizedTest
    @MethodSource("ownCases")
    void agreesWithTheIndependentComputation(Case one) {
        assertThat(one.misses(OPERATIONS)).isEmpty();
    }

    @Test
    void everyOperationOfTheScenariosHasACase() throws IOException {
        Set<String> held =
                read(Path.of("src/test/resources/reference")).stream()
                        .map(Case::operation)
                        .collect(Collectors.toSet());
        assertThat(held).contains("alignment.simple").isEqualTo(OPERATIONS.keySet());
    }

    @Test
    void agreesWithEveryCaseOfTheFolderThatIsNamed() throws IOException {
        String named = System.getProperty("rubicon.reference.dir", "");
        assumeFalse(
                named.isEmpty(),
                "SKIPPED: rubicon.reference.dir does not name a folder of case files");
        List<Case> all = read(Path.of(named));
        assertThat(all)
                .extracting(Case::operation)
                .as("operations of either module")
                .isSubsetOf(Operations.all().keySet());
        List<Case> known =
                all.stream().filter(one -> OPERATIONS.containsKey(one.operation())).toList();
        assertThat(known).isNotEmpty();
        assertThat(known)
                .allSatisfy(one -> assertThat(one.misses(OPERATIONS)).as(one.id()).isEmpty());
    }

    static Stream<Named<Case>> ownCases() throws IOException {
        return read(Path.of("src/test/resources/reference")).stream()
                .map(one -> Named.of(one.id(), one));
    }

    /// Those of this module; what the model offers has its own tests.
    private static Map<String, Operation> ofTheScenarios() {
        return ServiceLoader.load(Operations.class).stream()
                .filter(it -> it.type().getName().startsWith("rubicon.simulator."))
                .flatMap(it -> it.get().byName().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Case> read(Path folder) throws IOException {
        return new CaseFolder(folder, List.of(), ReferenceCasesTest::parse).read();
    }

    private static @Nullable Object parse(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
