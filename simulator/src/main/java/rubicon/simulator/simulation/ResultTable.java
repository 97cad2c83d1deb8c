package rubicon.simulator.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.simulation.Results.Bar;
import rubicon.simulator.simulation.Results.Exceedance;
import rubicon.simulator.simulation.Results.Fan;
import rubicon.simulator.simulation.Results.Figure;
import rubicon.simulator.simulation.Results.Result;
import rubicon.simulator.simulation.Results.SobolIndex;

/// A result as comma-separated values (RFC 4180), a number a line: output, unit, axis and place on
/// it, statistic, value. What is not known is empty. A percentile stands `at` its share of `share`;
/// what an output owes to an input stands `at` that `input`; what runs along a table stands `at`
/// the row, such as `releases[1]`, as inputs in its cells are named.
final class ResultTable {
    private static final CsvMapper CSV = new CsvMapper();
    private static final CsvSchema COLUMNS =
            CsvSchema.builder()
                    .addColumns(
                            List.of("output", "unit", "along", "at", "statistic", "value"),
                            CsvSchema.ColumnType.STRING)
                    .setLineSeparator("\r\n")
                    .setUseHeader(true)
                    .build();

    private static final String SHARE = "share";
    private static final String INPUT = "input";

    private final Map<String, String> units = new HashMap<>();
    private final List<List<? extends @Nullable Object>> rows = new ArrayList<>();

    private ResultTable() {}

    static String csv(Result result) {
        var table = new ResultTable();
        result.outputs().forEach(it -> table.units.put(it.name(), it.unit()));
        result.outputs().forEach(table::figure);
        result.fans().forEach(table::fan);
        result.rankCorrelations()
                .forEach(it -> table.input(it.output(), it.input(), "rankCorrelation", it.value()));
        result.sensitivities().sobol().forEach(table::sobol);
        result.sensitivities().tornado().forEach(table::tornado);
        try {
            return CSV.writer(COLUMNS).writeValueAsString(table.rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void figure(Figure it) {
        row(it, "count", it.count());
        row(it, "undefined", it.undefined());
        row(it, "never", it.never());
        row(it, "mean", it.mean());
        row(it, "sd", it.sd());
        row(it, "min", it.min());
        row(it, "max", it.max());
        it.quantiles().forEach((p, value) -> row(it, "p" + p, value));
        for (int i = 0; i < it.percentiles().size(); i++) {
            rows.add(
                    Arrays.asList(
                            it.name(),
                            it.unit(),
                            SHARE,
                            i / 100.0,
                            "percentile",
                            it.percentiles().get(i)));
        }
        for (Exceedance one : it.exceedances()) {
            String name = "P(>" + one.threshold() + ")";
            row(it, name, one.probability());
            row(it, name + " low", one.low());
            row(it, name + " high", one.high());
            row(it, name + " level", one.level());
        }
    }

    private void sobol(SobolIndex it) {
        input(it.output(), it.input(), "sobolFirst", it.first());
        input(it.output(), it.input(), "sobolTotal", it.total());
    }

    private void tornado(Bar it) {
        input(it.output(), it.input(), "tornadoLowInput", it.low());
        input(it.output(), it.input(), "tornadoHighInput", it.high());
        input(it.output(), it.input(), "tornadoAtLow", it.atLow());
        input(it.output(), it.input(), "tornadoMiddle", it.middle());
        input(it.output(), it.input(), "tornadoAtHigh", it.atHigh());
    }

    private void input(String output, String input, String statistic, @Nullable Object value) {
        rows.add(Arrays.asList(output, units.get(output), INPUT, input, statistic, value));
    }

    private void row(Figure it, String statistic, @Nullable Object value) {
        rows.add(Arrays.asList(it.name(), it.unit(), null, null, statistic, value));
    }

    private void fan(Fan it) {
        it.quantiles().forEach((p, values) -> fan(it, "p" + p, values));
        fan(it, "mean", it.mean());
    }

    private void fan(Fan it, String statistic, List<? extends @Nullable Object> values) {
        List<?> axis = it.axis() instanceof List<?> list ? list : List.of();
        for (int i = 0; i < values.size(); i++) {
            rows.add(
                    Arrays.asList(
                            it.name(),
                            it.unit(),
                            it.along(),
                            at(it, axis, i),
                            statistic,
                            values.get(i)));
        }
    }

    /// A number, a name or a day is its own place; a row of a table is too long for a cell.
    private static Object at(Fan it, List<?> axis, int item) {
        Object at = item < axis.size() ? axis.get(item) : item;
        return at instanceof Map ? "%s[%d]".formatted(it.along(), item + 1) : at;
    }
}
