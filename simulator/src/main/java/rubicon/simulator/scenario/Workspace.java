package rubicon.simulator.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where one [Kernel] finds its inputs and puts its results, asked for while it is made. It notes
/// what was asked for, so that a kernel none of whose inputs is drawn runs once for all samples.
public final class Workspace {
    private final Assignment given;
    private final Map<String, double[]> columns;
    private final Set<String> read = new HashSet<>();
    private final List<Result> results = new ArrayList<>();

    /// @param columns of all kernels of a model, by the name of a parameter or of a table's column
    Workspace(Assignment given, Map<String, double[]> columns) {
        this.given = given;
        this.columns = columns;
    }

    static Map<String, double[]> columns() {
        return new HashMap<>();
    }

    /// What is given beside the numbers that may be drawn: settings, words, days, lengths.
    public Assignment given() {
        return given;
    }

    /// A number.
    public Place number(Parameter parameter) {
        read.add(parameter.name());
        return new Place(
                columns.computeIfAbsent(
                        parameter.name(),
                        _ ->
                                new double[] {
                                    parameter.domain() instanceof Domain.Whole
                                            ? given.whole(parameter)
                                            : given.real(parameter)
                                }),
                0);
    }

    /// A column of real numbers, row by row. The array is the caller's to read, not to write.
    public double[] column(Parameter table, Domain.Column column) {
        read.add(table.name());
        return columns.computeIfAbsent(
                key(table.name(), column.name()),
                _ -> given.rows(table).stream().mapToDouble(it -> it.real(column)).toArray());
    }

    /// A number that the kernel answers.
    public Result one(String output) {
        return result(output, Output.Shape.REAL, 1);
    }

    /// An integer that the kernel answers.
    public Result whole(String output) {
        return result(output, Output.Shape.WHOLE, 1);
    }

    /// Numbers along an axis that the kernel answers.
    ///
    /// @param size however the drawn numbers come out
    public Result list(String output, int size) {
        return result(output, Output.Shape.REALS, size);
    }

    /// Numbers that the kernel answers, one a name.
    public Result[] ones(String... outputs) {
        return Arrays.stream(outputs).map(this::one).toArray(Result[]::new);
    }

    /// Answers what stands already, of no matter what is drawn.
    public Kernel standing(Answers answers) {
        answers.numbers(this);
        return Kernel.telling(() -> {}, it -> it.putAll(answers));
    }

    private Result result(String output, Output.Shape shape, int size) {
        var result = new Result(output, shape, size);
        results.add(result);
        return result;
    }

    List<Result> results() {
        return results;
    }

    boolean reads(List<Slot> slots) {
        return slots.stream().anyMatch(it -> read.contains(it.parameter()));
    }

    /// Where the number of a slot is looked up; somewhere of no matter if no kernel asked for it.
    static Place place(Map<String, double[]> columns, Slot slot) {
        double[] unread = {0};
        return slot.cell()
                .map(cell -> {
                    double[] column = columns.get(key(slot.parameter(), cell.column()));
                    return column == null ? new Place(unread, 0) : new Place(column, cell.row());
                })
                .orElseGet(() -> new Place(columns.getOrDefault(slot.parameter(), unread), 0));
    }

    private static String key(String table, String column) {
        return table + "." + column;
    }
}
