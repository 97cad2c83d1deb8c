package rubicon.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginNavigationTest {
    @Test
    void signingInLeadsBackToWhereItBegan() {
        assertThat(LoginNavigation.backTo("alerts/ep-1")).isEqualTo("login?next=alerts/ep-1");
        assertThat(LoginNavigation.next(Map.of("next", List.of("alerts/ep-1"))))
                .isEqualTo("alerts/ep-1");
        assertThat(LoginNavigation.next(Map.of("next", List.of("/alerts/ep-1"))))
                .isEqualTo("alerts/ep-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "javascript:alert(1)",
                "login?next=login",
            })
    void signingInNeverLeadsElsewhere(String next) {
        assertThat(LoginNavigation.next(Map.of("next", List.of(next)))).isEmpty();
    }

    @Test
    void withoutAWishTheOverviewComesNext() {
        assertThat(LoginNavigation.next(Map.of())).isEmpty();
    }
}
