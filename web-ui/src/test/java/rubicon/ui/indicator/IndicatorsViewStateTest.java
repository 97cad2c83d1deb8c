package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rubicon.ui.testing.Wire;

final class IndicatorsViewStateTest {
    private static final IndicatorsViewState ALL = IndicatorsViewState.DEFAULT;

    @Test
    void everyWordMustOccurInAnyCase() {
        var indicator = Wire.indicator("metr-horizon-p50", "Time horizon at 50 %", "LOG");

        assertThat(ALL.withText("HORIZON metr").matches(indicator)).isTrue();
        assertThat(ALL.withText("horizon swe").matches(indicator)).isFalse();
        assertThat(ALL.matches(indicator)).isTrue();
    }

    @Test
    void levelKindAndKindOfWorkMustAllFit() {
        var indicator =
                Wire.indicator(
                        "al4", "Share", "LAB", "RECORD_LEDGER", "LIVE", List.of("bug-fixes"));

        assertThat(ALL.withView(Optional.of("lab")).matches(indicator)).isTrue();
        assertThat(ALL.withView(Optional.of("model")).matches(indicator)).isFalse();
        assertThat(ALL.withKind(Optional.of("record-ledger")).matches(indicator)).isTrue();
        assertThat(ALL.withKind(Optional.of("share")).matches(indicator)).isFalse();
        assertThat(ALL.withCategory(Optional.of("bug-fixes")).matches(indicator)).isTrue();
        assertThat(ALL.withCategory(Optional.of("chip-design")).matches(indicator)).isFalse();
        assertThat(ALL.withView(Optional.of("lab")).withText("no such").matches(indicator))
                .isFalse();
    }

    @Test
    void onlyWhatDiffersFromTheDefaultStandsInTheAddress() {
        var state =
                IndicatorsViewState.parse(
                                Map.of(
                                        "q", List.of(" horizon "),
                                        "view", List.of("LAB"),
                                        "kind", List.of("share"),
                                        "data", List.of("true"),
                                        "group", List.of("kind"),
                                        "category", List.of("bug-fixes")))
                        .state();

        assertThat(IndicatorNavigation.list(state))
                .isEqualTo(
                        "indicators?category=bug-fixes&data=true&group=kind&kind=share&q=horizon"
                                + "&view=lab");
        assertThat(IndicatorNavigation.list(ALL)).isEqualTo("indicators");
        assertThat(IndicatorNavigation.list(IndicatorsViewState.ofCategory("chip-design")))
                .isEqualTo("indicators?category=chip-design");
    }

    @Test
    void whatIsNotUnderstoodFallsBackAndIsTold() {
        var parsed =
                IndicatorsViewState.parse(
                        Map.of(
                                "view", List.of("planet"),
                                "data", List.of("perhaps"),
                                "group", List.of("colour")));

        assertThat(parsed.state()).isEqualTo(ALL);
        assertThat(parsed.notices()).hasSize(3).anyMatch(it -> it.contains("view=planet"));
    }

    @Test
    void anOverlongSearchIsCut() {
        assertThat(ALL.withText("x".repeat(5_000)).text()).hasSize(200);
    }
}
