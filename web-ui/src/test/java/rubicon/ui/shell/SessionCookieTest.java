package rubicon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionCookieTest {

    @ParameterizedTest
    @CsvSource({
        "a=b,                           false, a=b; SameSite=Lax",
        "a=b; path=/,                   true,  a=b; path=/; SameSite=Lax; Secure",
        "a=b; SameSite=Strict; secure,  true,  a=b; SameSite=Strict; secure",
        "a=secure,                      true,  a=secure; SameSite=Lax; Secure",
        "samesite=x,                    false, samesite=x; SameSite=Lax"
    })
    void isGuardedOnce(String cookie, boolean secure, String guarded) {
        assertThat(SessionCookie.guarded(cookie, secure)).isEqualTo(guarded);
    }

    @ParameterizedTest
    @CsvSource({"https, true", "HTTPS, true", "'https, http', true", "'http, https', false"})
    void theProxyNextToTheBrowserDecides(String forwarded, boolean secure) {
        assertThat(Transport.isHttps(forwarded)).isEqualTo(secure);
    }
}
