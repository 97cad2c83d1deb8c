package rubicon.simulator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Value;

/// A simulation may draw the numbers in a table of assumptions. Wherever in its range a cell is
/// drawn, each output has its form: a number, never an undefined one, or a reason; and a list that
/// is compared from draw to draw stays as long as it is.
class TableCellsTest {
    static Stream<ScenarioModel> models() {
        return new Models()
                .all().stream()
                        .filter(it ->
                                it.description().parameters().stream()
                                        .anyMatch(parameter -> table(parameter).isPresent()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyCellMayBeDrawnFromEndToEnd(ScenarioModel model) {
        Map<String, Value> byDefault = run(model, Map.of());
        for (Parameter parameter : model.description().parameters()) {
            table(parameter)
                    .ifPresent(table -> {
                        for (Value.Table drawn : drawn(table, parameter)) {
                            assertComparable(
                                    model, byDefault, run(model, Map.of(parameter.name(), drawn)));
                        }
                    });
        }
    }

    private static void assertComparable(
            ScenarioModel model, Map<String, Value> byDefault, Map<String, Value> outputs) {
        for (Output output : model.description().outputs()) {
            if (output.isSampled()
                    && outputs.get(output.name()) instanceof Value.Reals(var reals)
                    && byDefault.get(output.name()) instanceof Value.Reals(var before)) {
                assertThat(reals).as(output.name()).hasSameSizeAs(before);
            }
        }
    }

    private static List<Value.Table> drawn(Domain.Table table, Parameter parameter) {
        List<Value.Table> drawn = new ArrayList<>();
        if (!(parameter.defaultValue() instanceof Value.Table(var rows))) {
            return drawn;
        }
        for (Domain.Column column : table.columns()) {
            if (column.domain() instanceof Domain.Real(double min, double max, _)) {
                for (double number : new double[] {min, (min + max) / 2, max}) {
                    for (int row = 0; row < rows.size(); row++) {
                        drawn.add(with(rows, row, column.name(), number));
                    }
                    drawn.add(everywhere(rows, column.name(), number));
                }
            }
        }
        return drawn;
    }

    private static Value.Table with(
            List<Map<String, Value>> rows, int row, String column, double number) {
        List<Map<String, Value>> changed = new ArrayList<>(rows);
        Map<String, Value> cells = new LinkedHashMap<>(rows.get(row));
        cells.put(column, new Value.Real(number));
        changed.set(row, cells);
        return new Value.Table(changed);
    }

    private static Value.Table everywhere(
            List<Map<String, Value>> rows, String column, double number) {
        return new Value.Table(
                rows.stream()
                        .<Map<String, Value>>map(row -> {
                            Map<String, Value> cells = new LinkedHashMap<>(row);
                            cells.put(column, new Value.Real(number));
                            return cells;
                        })
                        .toList());
    }

    private static Optional<Domain.Table> table(Parameter parameter) {
        return parameter.use() == Parameter.Use.ASSUMPTION
                        && parameter.domain() instanceof Domain.Table table
                ? Optional.of(table)
                : Optional.empty();
    }

    private static Map<String, Value> run(ScenarioModel model, Map<String, Value> given) {
        return switch (Assignment.resolve(model.description(), given)) {
            case Resolution.Resolved(Assignment assignment) -> model.evaluate(assignment);
            case Resolution.Refused(var violations) ->
                    throw new AssertionError(violations.toString());
        };
    }
}
