package rubicon.ui.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rubicon.ui.testing.Wire;

final class AlertsViewStateTest {
    @Test
    void filtersAreReadFromTheAddressAndWrittenInCanonicalOrder() {
        AlertsViewState state =
                AlertsViewState.parse(
                                Map.of(
                                        "severity", List.of("CRITICAL"),
                                        "open", List.of("true"),
                                        "indicator", List.of("metr-horizon-p50")))
                        .state();

        assertThat(AlertNavigation.list(state))
                .isEqualTo("alerts?indicator=metr-horizon-p50&open=true&severity=critical");
    }

    @Test
    void whatIsNotASeverityFallsBackWithANotice() {
        var parsed = AlertsViewState.parse(Map.of("severity", List.of("apocalyptic")));

        assertThat(parsed.state()).isEqualTo(AlertsViewState.DEFAULT);
        assertThat(parsed.notices())
                .singleElement()
                .asString()
                .contains("(critical, warning or notice)");
    }

    @Test
    void theDefaultIsAShortAddress() {
        assertThat(AlertNavigation.list()).isEqualTo("alerts");
    }

    @Test
    void openOnlyLeavesClosedEpisodesOut() {
        var state = AlertsViewState.DEFAULT.withOpenOnly(true);

        assertThat(state.matches(Wire.alert("a", 1, "FIRING", "WARNING", List.of()))).isTrue();
        assertThat(state.matches(Wire.alert("a", 1, "NORMAL", "WARNING", List.of()))).isFalse();
    }

    @Test
    void severityIsComparedWithoutCase() {
        var state = AlertsViewState.DEFAULT.withSeverity(Optional.of("warning"));

        assertThat(state.matches(Wire.alert("a", 1, "FIRING", "WARNING", List.of()))).isTrue();
        assertThat(state.matches(Wire.alert("a", 1, "FIRING", "CRITICAL", List.of()))).isFalse();
    }
}
