package rubicon.ui.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.ui.testing.Tales;

final class MilestonesViewStateTest {
    @Test
    void everyFilterIsReadFromTheAddressAndWrittenBack() {
        Map<String, List<String>> query =
                Map.of(
                        "kind", List.of("eval-change"),
                        "category", List.of("bug-fixes"),
                        "indicator", List.of("metr-horizon-p50"));

        MilestonesViewState state = MilestonesViewState.parse(query).state();

        assertThat(state.toQuery())
                .isEqualTo(
                        Map.of(
                                "kind", "eval-change",
                                "category", "bug-fixes",
                                "indicator", "metr-horizon-p50"));
    }

    @Test
    void anUnknownKindFallsBackWithANotice() {
        var parsed = MilestonesViewState.parse(Map.of("kind", List.of("rumour")));

        assertThat(parsed.state()).isEqualTo(MilestonesViewState.DEFAULT);
        assertThat(parsed.notices()).singleElement().asString().contains("kind=rumour");
    }

    @Test
    void allFiltersHaveToMatch() {
        var state =
                MilestonesViewState.parse(
                                Map.of(
                                        "kind", List.of("record"),
                                        "category", List.of("bug-fixes")))
                        .state();

        assertThat(state.matches(milestone("RECORD", "bug-fixes"))).isTrue();
        assertThat(state.matches(milestone("RECORD", "chip-design"))).isFalse();
        assertThat(state.matches(milestone("FUNDING", "bug-fixes"))).isFalse();
    }

    private static rubicon.model.wire.MilestonePayload milestone(String kind, String category) {
        return Tales.milestone("it", "2026-01-01", kind, List.of(category), List.of());
    }
}
