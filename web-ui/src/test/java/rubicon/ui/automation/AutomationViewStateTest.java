package rubicon.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AutomationViewStateTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void theMomentStandsInTheAddressAndNowDoesNot() {
        var then = parse("2026-03-04T05:06:07Z");

        assertThat(then.asOf()).isEqualTo(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(AutomationNavigation.page(then))
                .isEqualTo("automation?asOf=2026-03-04T05:06:07Z");
        assertThat(AutomationNavigation.page(AutomationViewState.NOW)).isEqualTo("automation");
        assertThat(parse("2026-03-04").asOf()).isEqualTo(Instant.parse("2026-03-04T23:59:59Z"));
    }

    @Test
    void whatLiesAheadOrIsNoTimeIsToldAndFallsBack() {
        var ahead = AutomationViewState.parse(Map.of("asOf", List.of("2027-01-01T00:00:00Z")), NOW);
        assertThat(ahead.state().asOf()).isEqualTo(NOW);
        assertThat(ahead.notices()).singleElement().asString().contains("still to come");
        var nonsense = AutomationViewState.parse(Map.of("asOf", List.of("soon")), NOW);
        assertThat(nonsense.state()).isEqualTo(AutomationViewState.NOW);
        assertThat(nonsense.notices()).singleElement().asString().contains("asOf=soon");
    }

    private static AutomationViewState parse(String asOf) {
        return AutomationViewState.parse(Map.of("asOf", List.of(asOf)), NOW).state();
    }
}
