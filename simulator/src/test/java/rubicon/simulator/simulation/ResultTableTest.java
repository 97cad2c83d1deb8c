package rubicon.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.simulator.evaluation.Models;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.montecarlo.Tally;
import rubicon.simulator.montecarlo.Worker;
import rubicon.simulator.simulation.Results.Bar;
import rubicon.simulator.simulation.Results.Exceedance;
import rubicon.simulator.simulation.Results.Fan;
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

    static Stream<String> models() {
        return new Models().all().stream().map(it -> it.description().id().value());
    }

    /// Whatever a model's lists run along: numbers, names, days, rows of a table.
    @ParameterizedTest
    @MethodSource("models")
    void ofEveryModelEachItemOfAFanHasALineAtItsPlace(String model) throws Exception {
        Result result = kept(model);

        List<Map<String, String>> table = table(ResultTable.csv(result));

        assertThat(table).isNotEmpty();
        for (Fan fan : result.fans()) {
            assertThat(table)
                    .filteredOn(it -> fan.name().equals(it.get("output")))
                    .filteredOn(it -> "p0.5".equals(it.get("statistic")))
                    .as(fan.name())
                    .hasSameSizeAs(fan.mean())
                    .allSatisfy(it -> assertThat(it).containsEntry("along", fan.along()))
                    .extracting(it -> it.get("at"))
                    .doesNotContain("");
        }
    }

    @Test
    void whatRunsAlongATableStandsAtItsRows() throws Exception {
        Result result = kept("apple-picking");
        Fan fan =
                result.fans().stream()
                        .filter(it -> it.along().equals("releases"))
                        .findFirst()
                        .orElseThrow();

        assertThat(table(ResultTable.csv(result)))
                .filteredOn(it -> fan.name().equals(it.get("output")))
                .filteredOn(it -> "mean".equals(it.get("statistic")))
                .extracting(it -> it.get("at"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, fan.mean().size())
                                .mapToObj("releases[%d]"::formatted)
                                .toList());
    }

    /// What a run of few samples found, as it is read back from the text that is kept.
    private static Result kept(String model) throws JsonProcessingException {
        var json = new ObjectMapper();
        JsonNode body = json.createObjectNode().put("model", model).put("samples", 4);
        Plan plan = RequestReaders.byDefault().read(body).plan();
        var tally = new Tally(plan);
        tally.add(new Worker(plan).run(0, plan.blocks(), () -> false));
        var results = new Results(json);
        return results.read(
                results.text(Results.of(plan, tally, new Sensitivities(List.of(), List.of()))));
    }

    private static List<Map<String, String>> table(String csv) throws IOException {
        try (MappingIterator<Map<String, String>> rows =
                new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(csv)) {
            return rows.readAll();
        }
    }
}
