package rubicon.simulator.scenario.takeoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

/// Oracle: `takeoff.json`, computed by a program in Python that shares nothing with this code
/// (SciPy's quadrature, Radau and DOP853 integrators, and BFGS where this code has closed forms;
/// the progress model integrated in time, not in progress); and where the property
/// `rubicon.reference.dir` names a folder of case files, those of this model too.
class TakeoffReferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Operation> OPERATIONS = new TakeoffOperations().byName();

    @ParameterizedTest
    @MethodSource("ownCases")
    void agreesWithTheIndependentComputation(Case one) {
        assertThat(one.misses(OPERATIONS)).isEmpty();
    }

    @Test
    void everyOperationHasACase() throws IOException {
        assertThat(own().stream().map(Case::operation).collect(Collectors.toSet()))
                .isEqualTo(OPERATIONS.keySet());
    }

    @Test
    void agreesWithEveryCaseOfTheFolderThatIsNamed() throws IOException {
        String named = System.getProperty("rubicon.reference.dir", "");
        assumeFalse(
                named.isEmpty(),
                "SKIPPED: rubicon.reference.dir does not name a folder of case files");
        List<Case> known =
                read(Path.of(named)).stream()
                        .filter(one -> OPERATIONS.containsKey(one.operation()))
                        .toList();
        assertThat(known).hasSizeGreaterThanOrEqualTo(53);
        assertThat(known)
                .allSatisfy(one -> assertThat(one.misses(OPERATIONS)).as(one.id()).isEmpty());
    }

    static Stream<Named<Case>> ownCases() throws IOException {
        return own().stream().map(one -> Named.of(one.id(), one));
    }

    private static List<Case> own() throws IOException {
        return read(Path.of("src/test/resources/reference/takeoff.json"));
    }

    private static List<Case> read(Path folder) throws IOException {
        return new CaseFolder(folder, List.of(), TakeoffReferenceTest::parse).read();
    }

    private static @Nullable Object parse(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
