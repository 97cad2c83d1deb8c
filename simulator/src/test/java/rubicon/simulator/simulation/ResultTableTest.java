package rubicon.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.simulator.simulation.Results.Bar;
import rubicon.simulator.simulation.Results.Exceedance;
import rubicon.simulator.simulation.Results.Figure;
import rubicon.simulator.simulation.Results.RankCorrelation;
import rubicon.simulator.simulation.Results.Result;
import rubicon.simulator.simulation.Results.Sensitivities;
import rubicon.simulator.simulation.Results.SobolIndex;

/// The table has what the JSON has.
class ResultTableTest {
    private static final Result RESULT =
            new Result(
                    "a-model",
                    "1",
                    10,
                    1,
                    "SOBOL",
                    List.of(),
                    Map.of(),
                    0,
                    List.of(
                            new Figure(
                                    "time",
                                    "years",
                                    10,
                                    0,
                                    0.25,
                                    2.0,
                                    1.0,
                                    0.5,
                                    4.0,
                                    Map.of("0.5", 2.0),
                                    Arrays.asList(0.5, null, "Infinity"),
                                    List.of(new Exceedance(3, 0.2, 0.1, 0.4, 0.95)))),
                    List.of(),
                    List.of(
                            new RankCorrelation("pace", "time", -0.75),
                            new RankCorrelation("table[1].cell", "time", null)),
                    new Sensitivities(
                            List.of(new SobolIndex("pace", "time", 0.5, 0.625)),
                            List.of(new Bar("pace", "time", 1, 3, 4.5, 2.5, "Infinity"))));

    private final List<String> lines = ResultTable.csv(RESULT).lines().toList();

    @Test
    void inputsStandBesideWhatTheyDo() {
        assertThat(lines)
                .contains(
                        "time,years,input,pace,rankCorrelation,-0.75",
                        "time,years,input,table[1].cell,rankCorrelation,",
                        "time,years,input,pace,sobolFirst,0.5",
                        "time,years,input,pace,sobolTotal,0.625",
                        "time,years,input,pace,tornadoLowInput,1.0",
                        "time,years,input,pace,tornadoHighInput,3.0",
                        "time,years,input,pace,tornadoAtLow,4.5",
                        "time,years,input,pace,tornadoMiddle,2.5",
                        "time,years,input,pace,tornadoAtHigh,Infinity");
    }

    @Test
    void aProbabilityHasItsInterval() {
        assertThat(lines)
                .contains(
                        "time,years,,,\"P(>3.0)\",0.2",
                        "time,years,,,\"P(>3.0) low\",0.1",
                        "time,years,,,\"P(>3.0) high\",0.4",
                        "time,years,,,\"P(>3.0) level\",0.95");
    }

    @Test
    void percentilesStandAtTheirShares() {
        assertThat(lines)
                .contains(
                        "time,years,share,0.0,percentile,0.5",
                        "time,years,share,0.01,percentile,",
                        "time,years,share,0.02,percentile,Infinity");
    }
}
