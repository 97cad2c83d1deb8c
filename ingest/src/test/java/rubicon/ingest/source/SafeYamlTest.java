package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeYamlTest {

    @Test
    void byteOrderMarkIsNoPartOfTheText() throws DriftException {
        assertThat(SafeYaml.read("\uFEFFa: 1".getBytes(UTF_8)).path("a").intValue()).isEqualTo(1);
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
        assertThatThrownBy(() -> SafeYaml.read(text.getBytes(UTF_8)))
                .isInstanceOf(DriftException.class);
    }

    @Test
    void bytesThatAreNoTextAreDrift() {
        assertThatThrownBy(() -> SafeYaml.read(new byte[] {'a', ':', ' ', (byte) 0xC3, 0x28}))
                .isInstanceOf(DriftException.class);
    }

    @Test
    void numberThatIsNoneDoesNotCostTheDocument() throws DriftException {
        String text =
                """
                {a: .nan, b: [-.inf, .5, .INF], c: 2}
                """;
        assertThat(SafeYaml.read(text.getBytes(UTF_8)))
                .hasToString("{\"a\":\".nan\",\"b\":[\"-.inf\",0.5,\".INF\"],\"c\":2}");
        assertThat(SafeYaml.read("a: .nan\nb:\n- .inf\n".getBytes(UTF_8)))
                .hasToString("{\"a\":\".nan\",\"b\":[\".inf\"]}");
    }

    @Test
    void depthIsLimited() {
        String deep = "a: " + "[".repeat(100) + "]".repeat(100);
        assertThatThrownBy(() -> SafeYaml.read(deep.getBytes(UTF_8)))
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
        assertThat(SafeYaml.read(laughs.getBytes(UTF_8)).path("c").toString()).hasSizeLessThan(100);
    }

    @Test
    void noTypeIsTakenFromTheText() throws DriftException {
        String typed = "a: !!java.io.File [/etc/passwd]";
        assertThat(SafeYaml.read(typed.getBytes(UTF_8)).path("a").isArray()).isTrue();
    }
}
