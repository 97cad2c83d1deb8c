package rubicon.simulator.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.simulator.saved.Publish;
import rubicon.simulator.simulation.Results.Drawn;
import rubicon.simulator.simulation.Results.Fan;
import rubicon.simulator.simulation.Results.Figure;
import rubicon.simulator.simulation.Results.Result;
import rubicon.simulator.simulation.Results.Sensitivities;

@NullUnmarked
class OutcomeTest {
    private static final Drawn INPUT = new Drawn("x", "x", "1", Map.of());

    @Test
    void anItemOfAListIsFoundByItsNameAndTheStartIsAdded() {
        Result result =
                result(
                        List.of(INPUT),
                        List.of(figure("start", 2026, 2026, 2026)),
                        fan("time", List.of("first", "second"), 2.0, 4.0, 8.0));
        Outcome second = Outcome.of(result, publish("time", "second", "start"));
        assertThat(second.value()).isEqualTo(2030);
        assertThat(second.low()).isEqualTo(2028);
        assertThat(second.high()).isEqualTo(2034);
        assertThat(Outcome.of(result, publish("time", "third", null)).value()).isNull();
    }

    /// A row of a table is found by what one of its cells says.
    @Test
    void aRowIsFoundByACell() {
        Result result =
                result(
                        List.of(INPUT),
                        List.of(),
                        fan(
                                "now",
                                List.of(Map.of("by", "2027-12-31"), Map.of("by", "2028-12-31")),
                                0.1,
                                0.2,
                                0.3));
        assertThat(Outcome.of(result, publish("now", "2028-12-31", null)).value()).isEqualTo(0.2);
    }

    @Test
    void whatIsInfiniteIsNotPublishedAndAnOpenIntervalIsNone() {
        Result result =
                result(
                        List.of(INPUT),
                        List.of(
                                figure("never", 1, "Infinity", "Infinity"),
                                figure("open", 1, 2, "Infinity")),
                        fan("time", List.of("first"), 1.0, 2.0, 3.0));
        assertThat(Outcome.of(result, publish("never", null, null)).value()).isNull();
        Outcome open = Outcome.of(result, publish("open", null, null));
        assertThat(open.value()).isEqualTo(2);
        assertThat(open.low()).isNull();
        assertThat(open.high()).isNull();
        assertThat(open.quantiles()).containsEntry("0.9", Double.POSITIVE_INFINITY);
    }

    @Test
    void withoutChanceThereIsNoInterval() {
        Result result =
                result(
                        List.of(),
                        List.of(figure("one", 3, 3, 3)),
                        fan("time", List.of("first"), 1.0, 2.0, 3.0));
        Outcome one = Outcome.of(result, publish("one", null, null));
        assertThat(one.value()).isEqualTo(3);
        assertThat(one.low()).isNull();
    }

    private static Publish publish(String output, @Nullable String item, @Nullable String plus) {
        return new Publish("forecast-x", output, item, plus, null);
    }

    private static Figure figure(String name, Object low, Object median, Object high) {
        return new Figure(
                name,
                "1",
                10,
                0,
                0,
                null,
                null,
                null,
                null,
                quantiles(low, median, high),
                List.of(),
                List.of());
    }

    /// The first item is one less than the last.
    private static Fan fan(String name, List<?> axis, double low, double median, double high) {
        Map<String, List<@Nullable Object>> quantiles = new LinkedHashMap<>();
        quantiles(low, median, high)
                .forEach((share, value) -> {
                    List<@Nullable Object> items = new ArrayList<>();
                    for (int i = 1; i <= axis.size(); i++) {
                        items.add((double) value - (axis.size() - i));
                    }
                    quantiles.put(share, items);
                });
        return new Fan(name, "1", "axis", axis, quantiles, List.of());
    }

    private static Map<String, @Nullable Object> quantiles(Object low, Object median, Object high) {
        Map<String, @Nullable Object> quantiles = new LinkedHashMap<>();
        quantiles.put("0.1", low);
        quantiles.put("0.5", median);
        quantiles.put("0.9", high);
        return quantiles;
    }

    private static Result result(List<Drawn> inputs, List<Figure> figures, Fan fan) {
        return new Result(
                "m",
                "1",
                10,
                1,
                "LATIN_HYPERCUBE",
                inputs,
                Map.of(),
                0,
                figures,
                List.of(fan),
                List.of(),
                new Sensitivities(List.of(), List.of()));
    }
}
