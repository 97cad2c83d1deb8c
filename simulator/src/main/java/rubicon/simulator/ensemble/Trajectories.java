package rubicon.simulator.ensemble;

import java.util.Arrays;

/// Courses of software `a` (its logarithm) that differ in their parameters. Research input is a CES
/// aggregate of compute `c` and labour `k` (logarithms too), labour gains from software:
///
/// `da/dt = g·exp(ces/2 − β·a)`, `ces = ln(α·e^{ρc} + (1 − α)·e^{ρk})/ρ`, `dc/dt = 1/2`, `dk/dt =
/// e^{a/10}/10`; all three begin at 0.
///
/// Not for several threads.
public final class Trajectories {
    // A multiple of the lanes of any vector; the arrays are filled up to a multiple of it, so that
    // none is left over at their end.
    static final int PADDING = 64;

    /// Beyond, exponentials leave the range of numbers.
    private static final double MOST_EXPONENT = 600;

    private final int count;
    final double[] share;
    final double[] rest;
    final double[] rho;
    final double[] half;
    final double[] drag;
    final double[] pace;
    final double[] software;
    final double[] compute;
    final double[] labour;

    /// At their beginning.
    ///
    /// @param share `α` of compute, in (0, 1)
    /// @param rho `ρ`, of the elasticity of substitution `1/(1 − ρ)`; not 0
    /// @param drag `β`, by how much software makes more software harder
    /// @param pace `g` a year, above 0
    /// @throws IllegalArgumentException if they are none, or not as many of each
    public Trajectories(double[] share, double[] rho, double[] drag, double[] pace) {
        count = share.length;
        if (count == 0 || rho.length != count || drag.length != count || pace.length != count) {
            throw new IllegalArgumentException(
                    "shares %d, rhos %d, drags %d, paces %d: at least one and as many of each"
                            .formatted(count, rho.length, drag.length, pace.length));
        }
        this.share = padded(share);
        this.rho = padded(rho);
        this.drag = padded(drag);
        this.pace = padded(pace);
        int size = this.share.length;
        rest = new double[size];
        half = new double[size];
        for (int i = 0; i < size; i++) {
            rest[i] = 1 - this.share[i];
            half[i] = 0.5 / this.rho[i];
        }
        software = new double[size];
        compute = new double[size];
        labour = new double[size];
    }

    /// What fills up is the last one again: it takes part and is not read.
    private double[] padded(double[] numbers) {
        int size = Math.ceilDiv(count, PADDING) * PADDING;
        double[] padded = Arrays.copyOf(numbers, size);
        Arrays.fill(padded, count, size, numbers[count - 1]);
        return padded;
    }

    /// Puts all back to their beginning.
    public void restart() {
        Arrays.fill(software, 0);
        Arrays.fill(compute, 0);
        Arrays.fill(labour, 0);
    }

    /// With those that fill up.
    int size() {
        return share.length;
    }

    /// All three only rise, so where an exponent left the range of numbers it is out of it still.
    void check() {
        for (int i = 0; i < count; i++) {
            double most = Math.max(Math.abs(compute[i]), Math.abs(labour[i]));
            double exponent =
                    Math.max(
                            Math.max(1, Math.abs(rho[i])) * most,
                            Math.max(0.1, Math.abs(drag[i])) * Math.abs(software[i]));
            if (!(exponent <= MOST_EXPONENT)) {
                throw new ArithmeticException(
                        "trajectory %d leaves the range of numbers: software %s, labour %s"
                                .formatted(i, software[i], labour[i]));
            }
        }
    }

    /// How many there are.
    public int count() {
        return count;
    }

    /// `a` of one.
    public double software(int index) {
        return software[checked(index)];
    }

    /// `k` of one.
    public double labour(int index) {
        return labour[checked(index)];
    }

    private int checked(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
        return index;
    }
}
