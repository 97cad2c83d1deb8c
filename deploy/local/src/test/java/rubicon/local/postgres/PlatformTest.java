package rubicon.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.local.StartFailed;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64",
        "Linux, aarch64, postgres-linux-arm_64",
        "Mac OS X, x86_64, postgres-darwin-x86_64",
        "Mac OS X, aarch64, postgres-darwin-arm_64"
    })
    void namesAnArchiveThatIsOnTheClassPath(String system, String processor, String archive) {
        assertThat(Platform.of(system, processor).archive()).isEqualTo(archive);
        assertThat(Platform.class.getResource("/" + archive + ".txz")).isNotNull();
    }

    @Test
    void refusesAnotherSystemInOneSentence() {
        assertThatThrownBy(() -> Platform.of("Windows 11", "amd64"))
                .isInstanceOf(StartFailed.class)
                .hasMessageStartingWith("PostgreSQL is not shipped for Windows 11 on amd64");
    }
}
