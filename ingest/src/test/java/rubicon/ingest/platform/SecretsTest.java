package rubicon.ingest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsTest {

    /// Oracle: FIPS 180-2, appendix B.1.
    @Test
    void tokenIsStoredAsItsSha256() {
        assertThat(Secrets.hash("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void tokensDifferAndCarry256Bits() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            tokens.add(Secrets.newToken());
        }
        assertThat(tokens).hasSize(1_000);
        assertThat(tokens).allSatisfy(it -> assertThat(it).matches("rbc_[A-Za-z0-9_-]{43}"));
    }

    @Test
    void passwordMatchesItsHashAndNoOther() {
        String stored = Secrets.hashPassword("a good password");
        assertThat(Secrets.matches("a good password", stored)).isTrue();
        assertThat(Secrets.matches("a good passwore", stored)).isFalse();
        assertThat(Secrets.matches("", stored)).isFalse();
    }

    @Test
    void samePasswordIsStoredDifferentlyEachTime() {
        assertThat(Secrets.hashPassword("twice")).isNotEqualTo(Secrets.hashPassword("twice"));
        assertThat(Secrets.hashPassword("twice")).doesNotContain("twice");
    }
}
