package rubicon.simulator.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.simulation.Results.Fan;
import rubicon.simulator.simulation.Results.Figure;
import rubicon.simulator.simulation.Results.Result;

/// A result as comma-separated values: output, unit, item along its axis, statistic, value.
final class ResultTable {
    private ResultTable() {}

    static String csv(Result result) {
        var csv = new StringBuilder("output,unit,along,at,statistic,value\n");
        for (Figure it : result.outputs()) {
            row(csv, it.name(), it.unit(), "", "", "count", it.count());
            row(csv, it.name(), it.unit(), "", "", "undefined", it.undefined());
            row(csv, it.name(), it.unit(), "", "", "never", it.never());
            row(csv, it.name(), it.unit(), "", "", "mean", it.mean());
            row(csv, it.name(), it.unit(), "", "", "sd", it.sd());
            row(csv, it.name(), it.unit(), "", "", "min", it.min());
            row(csv, it.name(), it.unit(), "", "", "max", it.max());
            it.quantiles()
                    .forEach((p, value) -> row(csv, it.name(), it.unit(), "", "", "p" + p, value));
            it.exceedances()
                    .forEach(exceedance ->
                            row(
                                    csv,
                                    it.name(),
                                    it.unit(),
                                    "",
                                    "",
                                    "P(>" + exceedance.threshold() + ")",
                                    exceedance.probability()));
        }
        for (Fan it : result.fans()) {
            it.quantiles().forEach((p, values) -> fan(csv, it, "p" + p, values));
            fan(csv, it, "mean", it.mean());
        }
        return csv.toString();
    }

    private static void fan(
            StringBuilder csv, Fan fan, String statistic, List<? extends @Nullable Object> values) {
        List<?> axis = fan.axis() instanceof List<?> list ? list : List.of();
        for (int i = 0; i < values.size(); i++) {
            Object at = i < axis.size() ? axis.get(i) : i;
            row(csv, fan.name(), fan.unit(), fan.along(), at, statistic, values.get(i));
        }
    }

    private static void row(StringBuilder csv, @Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            csv.append(i == 0 ? "" : ",").append(quoted(cells[i]));
        }
        csv.append('\n');
    }

    private static String quoted(@Nullable Object cell) {
        String text = cell == null ? "" : cell.toString();
        return text.matches("[^\",\\n\\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
