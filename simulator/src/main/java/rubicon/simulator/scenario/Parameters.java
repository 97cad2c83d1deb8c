package rubicon.simulator.scenario;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.simulator.scenario.Domain.Column;

/// Parameters and the rows of their tables, written in few words.
public final class Parameters {
    private Parameters() {}

    /// A number.
    public static Parameter number(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain.Real domain,
            double byDefault,
            Origin origin,
            String source) {
        return parameter(
                name, symbol, unit, meaning, domain, new Value.Real(byDefault), origin, source);
    }

    /// A day.
    public static Parameter day(
            String name,
            String symbol,
            String meaning,
            Domain.Day domain,
            LocalDate byDefault,
            Origin origin,
            String source) {
        return parameter(
                name, symbol, "date", meaning, domain, new Value.Day(byDefault), origin, source);
    }

    /// One of some names, the first of them by default.
    public static Parameter choice(
            String name, String symbol, String meaning, String source, String... choices) {
        return parameter(
                name,
                symbol,
                "1",
                meaning,
                Domain.Choice.of(choices),
                new Value.Text(choices[0]),
                Origin.OURS,
                source);
    }

    /// A name of one's own.
    public static Parameter name(
            String name, String symbol, String meaning, String byDefault, String source) {
        return parameter(
                name,
                symbol,
                "1",
                meaning,
                new Domain.Name(120),
                new Value.Text(byDefault),
                Origin.SOURCE,
                source);
    }

    /// A table.
    public static Parameter table(
            String name,
            String symbol,
            String meaning,
            Domain.Table domain,
            List<Map<String, Value>> byDefault,
            Origin origin,
            String source) {
        return parameter(
                name, symbol, "1", meaning, domain, new Value.Table(byDefault), origin, source);
    }

    /// A row, its cells in the order of the columns.
    ///
    /// @param cells of each column a day, a number or a text
    public static Map<String, Value> row(List<Column> columns, Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "%d cells for %d columns".formatted(cells.length, columns.size()));
        }
        Map<String, Value> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(columns.get(i).name(), cell(cells[i]));
        }
        return row;
    }

    private static Value cell(Object cell) {
        return switch (cell) {
            case LocalDate day -> new Value.Day(day);
            case Number number -> new Value.Real(number.doubleValue());
            default -> new Value.Text(cell.toString());
        };
    }

    private static Parameter parameter(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain domain,
            Value byDefault,
            Origin origin,
            String source) {
        return new Parameter(
                name, symbol, unit, meaning, domain, byDefault, Optional.empty(), origin, source);
    }
}
