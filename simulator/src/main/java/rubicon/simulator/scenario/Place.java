package rubicon.simulator.scenario;

/// Where a kernel finds a number, which differs from run to run if it is drawn.
public final class Place {
    private final double[] column;
    private final int row;

    /// @param column of which it is one
    /// @param row from 0
    Place(double[] column, int row) {
        this.column = column;
        this.row = row;
    }

    /// The number of this run.
    public double value() {
        return column[row];
    }

    /// The number of this run, of a parameter whose domain is whole.
    public long whole() {
        return (long) column[row];
    }

    void put(double number) {
        column[row] = number;
    }
}
