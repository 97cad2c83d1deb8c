package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = new Words();

    private @Nullable String of(String text) {
        String padded = "<" + text + ">";
        return words.of(padded.toCharArray(), 1, text.length());
    }

    @Test
    void equalTextsAreOne() {
        assertThat(of("a source")).isEqualTo("a source").isSameAs(of("a source"));
        assertThat(of("")).isEmpty();
    }

    @Test
    void everyTextIsItselfHoweverManyThereAre() {
        assertThat(IntStream.range(0, 20_000).mapToObj(it -> of("text " + it)))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20_000).mapToObj(it -> "text " + it).toList());
    }

    @Test
    void textsOfOneHashAreTwo() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(of("Aa")).isEqualTo("Aa");
        assertThat(of("BB")).isEqualTo("BB");
    }

    @Test
    void longTextsAreTakenAsTheyAre() {
        String text = "x".repeat(5_000);
        assertThat(of(text)).isEqualTo(text);
    }

    @Test
    void whatNoTextMayHoldIsNone() {
        assertThat(of("a\0")).isNull();
        assertThat(of("\ud800")).isNull();
        assertThat(of("\ud800" + "x".repeat(300))).isNull();
    }
}
