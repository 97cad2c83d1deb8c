package rubicon.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class IdentityTest {
    private static final Instant END = Instant.parse("2026-11-01T12:00:00Z");
    private static final Identity IDENTITY = new Identity("ada", "Analyst", "secret", END);

    @Test
    void isOverFromItsEndOn() {
        assertThat(IDENTITY.isOver(END.minusMillis(1))).isFalse();
        assertThat(IDENTITY.isOver(END)).isTrue();
        assertThat(IDENTITY.isOver(END.plusSeconds(1))).isTrue();
    }

    @Test
    void neverTellsItsToken() {
        assertThat(IDENTITY.toString()).isEqualTo("ada (Analyst)");
    }
}
