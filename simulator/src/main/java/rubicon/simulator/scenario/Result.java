package rubicon.simulator.scenario;

import java.util.Arrays;

/// Where a kernel writes an output: a number, or numbers along an axis.
public final class Result {
    private final String name;
    private final Output.Shape shape;
    private final double[] numbers;
    private String reason = "";

    Result(String name, Output.Shape shape, int size) {
        this.name = name;
        this.shape = shape;
        this.numbers = new double[size];
    }

    /// Answers a number.
    public void set(double number) {
        numbers[0] = number;
    }

    /// Answers an item of a list.
    public void set(int item, double number) {
        numbers[item] = number;
    }

    /// What was written of an item; a number is item 0.
    public double get(int item) {
        return numbers[item];
    }

    /// Items of the list.
    public int size() {
        return numbers.length;
    }

    /// Answers that there is no value.
    ///
    /// @param why ends the sentence that the output's name begins, such as `needs two points`
    public void undefined(String why) {
        Arrays.fill(numbers, Double.NaN);
        reason = why;
    }

    /// Of each the same.
    public static void undefined(String why, Result... results) {
        for (Result result : results) {
            result.undefined(why);
        }
    }

    boolean is(String output) {
        return name.equals(output);
    }

    /// The number of a series of this output.
    double number(Series series) {
        return numbers[Math.max(0, series.item())];
    }

    void into(Answers answers) {
        if (!reason.isEmpty() && (numbers.length == 0 || Double.isNaN(numbers[0]))) {
            answers.undefined(reason, name);
            return;
        }
        answers.put(
                name,
                switch (shape) {
                    case REALS -> Value.Reals.of(numbers);
                    case WHOLE -> new Value.Whole((long) numbers[0]);
                    default -> new Value.Real(numbers[0]);
                });
    }
}
