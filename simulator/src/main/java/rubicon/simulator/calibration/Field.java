package rubicon.simulator.calibration;

import java.util.Arrays;
import java.util.Optional;

/// What of an indicator's state a parameter takes.
public enum Field {
    /// The newest value.
    LATEST(Kind.NUMBER),
    /// The best value so far.
    FRONTIER(Kind.NUMBER),
    /// The day of the newest value.
    LATEST_DAY(Kind.DAY),
    /// The day of the best value.
    FRONTIER_DAY(Kind.DAY),
    /// The same as a year with its fraction.
    LATEST_YEAR(Kind.NUMBER),
    /// The same as a year with its fraction.
    FRONTIER_YEAR(Kind.NUMBER),
    /// Days in which the trend doubles.
    DOUBLING_DAYS(Kind.NUMBER),
    /// The same in years of 365.25 days.
    DOUBLING_YEARS(Kind.NUMBER),
    /// The day as of which the ledger is read; of an indicator, if it holds a value by then.
    AS_OF(Kind.DAY);

    /// What kind of parameter it fits.
    public enum Kind {
        NUMBER,
        DAY
    }

    // Beyond it not every integer is a double.
    private static final double LARGEST_EXACT = 0x1p53;

    private final Kind kind;

    Field(Kind kind) {
        this.kind = kind;
    }

    /// What kind of parameter it fits.
    public Kind kind() {
        return kind;
    }

    /// Whether the state may tell an interval about it.
    public boolean isMeasured() {
        return switch (this) {
            case LATEST, FRONTIER, DOUBLING_DAYS, DOUBLING_YEARS -> true;
            case LATEST_DAY, FRONTIER_DAY, LATEST_YEAR, FRONTIER_YEAR, AS_OF -> false;
        };
    }

    /// Whether it may tell a whole number, where the indicator counts something.
    public boolean mayBeWhole() {
        return this == LATEST || this == FRONTIER;
    }

    /// Whether a value of the ledger is an integer.
    static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT;
    }

    static Optional<Field> named(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
