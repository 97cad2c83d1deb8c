package rubicon.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ui.chart.YScale;
import rubicon.ui.shell.Parsed;

final class WorkbenchViewStateTest {
    @Test
    void theDefaultIsNothing() {
        assertThat(WorkbenchViewState.parse(Map.of()).state())
                .isEqualTo(WorkbenchViewState.DEFAULT);
        assertThat(WorkbenchViewState.DEFAULT.toQuery()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p.slope | 0.25",
                "p.shape | bend",
                "p.count | 7",
                "p.begin | 2027-05-01",
                "p.places | 3, 4.5",
                "p.positions.2.end2026 | 0.75",
                "p.positions.1.category | a name, with a comma",
                "d.slope | fixed",
                "d.slope | normal,p10:0.5,p90:0.75",
                "d.bend | uniform,low:1,high:2"
            })
    void whatTheAddressTellsOfAnInputIsWrittenAgain(String key, String text) {
        WorkbenchViewState state = WorkbenchViewState.parse(Map.of(key, List.of(text))).state();
        Parsed<Inputs> read = state.inputs(Toys.model());

        assertThat(read.notices()).isEmpty();
        assertThat(WorkbenchViewState.DEFAULT.with(read.state()).toQuery())
                .isEqualTo(Map.of(key, text));
    }

    @Test
    void whatIsTheDefaultOrNotUnderstoodOrUnknownIsLeftOut() {
        Parsed<Inputs> read =
                parse(
                                Map.of(
                                        "p.slope", "1.0",
                                        "p.count", "2.5",
                                        "p.nothing", "1",
                                        "d.slope", "uniform,low:many"))
                        .inputs(Toys.model());

        assertThat(read.state().changed()).isEmpty();
        assertThat(read.state().draws()).isEmpty();
        assertThat(read.notices()).hasSize(2);
    }

    @Test
    void planRunAndScaleStandBesideTheInputs() {
        Map<String, String> query =
                Map.of(
                        "output", "total",
                        "run", "0e5b9a52-6d0b-4c7e-9d37-1f0a2b3c4d5e",
                        "samples", "500",
                        "sampling", "SOBOL",
                        "scale", "log",
                        "seed", "-4",
                        "sobolPairs", "256");

        WorkbenchViewState state = parse(query);

        assertThat(state.scale()).isEqualTo(Optional.of(YScale.LOG));
        assertThat(state.plan()).isEqualTo(new RunPlan(500, -4, "SOBOL", 256));
        assertThat(state.toQuery()).isEqualTo(query);
    }

    @Test
    void aRunThatIsNoIdIsToldOf() {
        Parsed<WorkbenchViewState> parsed =
                WorkbenchViewState.parse(Map.of("run", List.of("../x"), "seed", List.of("one")));

        assertThat(parsed.notices()).hasSize(2);
        assertThat(parsed.state()).isEqualTo(WorkbenchViewState.DEFAULT);
    }

    private static WorkbenchViewState parse(Map<String, String> query) {
        Map<String, List<String>> lists = new TreeMap<>();
        query.forEach((key, text) -> lists.put(key, List.of(text)));
        return WorkbenchViewState.parse(lists).state();
    }
}
