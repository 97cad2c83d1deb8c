package rubicon.model.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: the files in `src/test/resources/reference`, written by programs in Python that share
/// nothing with this code; and where the property `rubicon.reference.dir` names a folder of such
/// files, those too. Each case brings its own tolerance.
class ReferenceCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Operation> OPERATIONS = Operations.all();

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
        List<Case> known =
                read(Path.of(named)).stream()
                        .filter(one -> OPERATIONS.containsKey(one.operation()))
                        .toList();
        assertThat(known).isNotEmpty();
        assertThat(known)
                .allSatisfy(one -> assertThat(one.misses(OPERATIONS)).as(one.id()).isEmpty());
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
