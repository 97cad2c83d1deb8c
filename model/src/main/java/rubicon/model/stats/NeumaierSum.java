package rubicon.model.stats;

/// A sum that keeps what rounding cuts off: Kahan's compensated sum as Neumaier improved it. The
/// order of the numbers hardly matters for it, and their order is the caller's to fix.
///
/// @see <a href="https://doi.org/10.1002/zamm.19740540106">Neumaier 1974</a>
public final class NeumaierSum {
    private double sum;
    private double lost;

    /// Adds a number; an infinite one makes the sum infinite.
    public NeumaierSum add(double number) {
        double next = sum + number;
        lost += Math.abs(sum) >= Math.abs(number) ? (sum - next) + number : (number - next) + sum;
        sum = next;
        return this;
    }

    /// Begins anew from 0.
    public NeumaierSum clear() {
        sum = 0;
        lost = 0;
        return this;
    }

    /// Adds some numbers.
    public NeumaierSum addAll(double[] numbers) {
        for (double number : numbers) {
            add(number);
        }
        return this;
    }

    /// What was added so far; 0 at first.
    public double value() {
        // What an infinite sum lost is no number.
        return Double.isFinite(sum) ? sum + lost : sum;
    }

    /// The sum of some numbers.
    public static double of(double... numbers) {
        var sum = new NeumaierSum();
        for (double number : numbers) {
            sum.add(number);
        }
        return sum.value();
    }

    /// The mean of some numbers.
    ///
    /// @throws IllegalArgumentException if there are none
    public static double mean(double... numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("no numbers have no mean");
        }
        return of(numbers) / numbers.length;
    }
}
