package rubicon.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ui.shell.Badge.Tone;
import rubicon.ui.testing.Wire;

final class SourceHealthTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "OK, up to date, GOOD",
        "DUE, due, INFO",
        "NEVER, not read yet, NEUTRAL",
        "FAILING, failing, WARNING",
        "SILENT, overdue, CRITICAL",
        "DRIFT, drifted, WARNING",
        "GONE, gone, CRITICAL"
    })
    void everyHealthHasAWordAndATone(String health, String word, Tone tone) {
        SourceHealth told = of(health);

        assertThat(told.word()).isEqualTo(word);
        assertThat(told.tone()).isEqualTo(tone);
    }

    @Test
    void aWordThatIsNotKnownIsToldAsItIs() {
        assertThat(of("A_NEW_ONE").word()).isEqualTo("a new one");
    }

    private static SourceHealth of(String health) {
        return SourceHealth.of(Wire.source("a", "PT6H", NOW, NOW, health));
    }
}
