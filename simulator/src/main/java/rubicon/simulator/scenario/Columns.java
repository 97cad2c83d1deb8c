package rubicon.simulator.scenario;

import rubicon.simulator.scenario.Domain.Column;

/// Columns that tables of several models have.
public final class Columns {
    /// What a row is called.
    public static final Column NAME =
            new Column("name", "i", "1", "What it is called.", new Domain.Name(120));

    /// How much a row counts.
    public static final Column WEIGHT =
            new Column(
                    "weight",
                    "w",
                    "1",
                    "How much it is believed beside the others.",
                    new Domain.Real(0, 1_000));

    private Columns() {}

    /// Where a window of a trend begins.
    public static Column from(Domain.Day days) {
        return new Column("from", "t₀", "date", "First day of the window.", days);
    }

    /// A day of which something is asked.
    public static Column by(Domain.Day days) {
        return new Column("by", "d", "date", "By the beginning of which day.", days);
    }
}
