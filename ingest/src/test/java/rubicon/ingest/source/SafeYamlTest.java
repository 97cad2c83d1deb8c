package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeYamlTest {

    @Test
    void byteOrderMarkIsNoPartOfTheText() throws DriftException {
        assertThat(SafeYaml.read(TextFile.of("\uFEFFa: 1")).path("a").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text",
                "[1, 2]",
                "a: {b: 1",
                "a: 1\na: 2",
                "{a: {b: 1, b: 2}}",
                "a: \u0000"
            })
    void whatIsNoMappingWithUniqueKeysIsDrift(String text) {
        assertThatThrownBy(() -> SafeYaml.read(TextFile.of(text)))
                .isInstanceOf(DriftException.class);
    }

    @Test
    void bytesThatAreNoTextAreDrift() {
        assertThatThrownBy(() ->
                        SafeYaml.read(TextFile.of(new byte[] {'a', ':', ' ', (byte) 0xC3, 0x28})))
                .isInstanceOf(DriftException.class);
    }

    @Test
    void numberThatIsNoneDoesNotCostTheDocument() throws DriftException {
        String text =
                """
                {a: .nan, b: [-.inf, .5, .INF], c: 2}
                """;
        assertThat(SafeYaml.read(TextFile.of(text)))
                .hasToString("{\"a\":\".nan\",\"b\":[\"-.inf\",0.5,\".INF\"],\"c\":2}");
        assertThat(SafeYaml.read(TextFile.of("a: .nan\nb:\n- .inf\n")))
                .hasToString("{\"a\":\".nan\",\"b\":[\".inf\"]}");
    }

    @Test
    void depthIsLimited() {
        String deep = "a: " + "[".repeat(100) + "]".repeat(100);
        assertThatThrownBy(() -> SafeYaml.read(TextFile.of(deep)))
                .isInstanceOf(DriftException.class);
    }

    @Test
    void aliasesDoNotMultiply() throws DriftException {
        String laughs =
                """
                a: &a [x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                """;
        assertThat(SafeYaml.read(TextFile.of(laughs)).path("c").toString()).hasSizeLessThan(100);
    }

    @Test
    void noTypeIsTakenFromTheText() throws DriftException {
        String typed = "a: !!java.io.File [/etc/passwd]";
        assertThat(SafeYaml.read(TextFile.of(typed)).path("a").isArray()).isTrue();
    }
}
