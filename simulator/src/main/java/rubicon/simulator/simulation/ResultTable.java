package rubicon.simulator.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.simulation.Results.Fan;
import rubicon.simulator.simulation.Results.Figure;
import rubicon.simulator.simulation.Results.Result;

/// A result as comma-separated values (RFC 4180), a number a line: output, unit, axis and place on
/// it, statistic, value. What is not known is empty.
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

    private final List<List<? extends @Nullable Object>> rows = new ArrayList<>();

    private ResultTable() {}

    static String csv(Result result) {
        var table = new ResultTable();
        result.outputs().forEach(table::figure);
        result.fans().forEach(table::fan);
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
        it.exceedances()
                .forEach(exceedance ->
                        row(it, "P(>" + exceedance.threshold() + ")", exceedance.probability()));
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
            Object at = i < axis.size() ? axis.get(i) : i;
            rows.add(Arrays.asList(it.name(), it.unit(), it.along(), at, statistic, values.get(i)));
        }
    }
}
