package rubicon.simulator.scenario.takeoff.software;

import java.util.List;

/// An event "at least so many years of progress within so many months".
///
/// @param months length of the window
/// @param factor times the recent pace: 3 in 12 months are three years of progress in one
public record ProgressSpeed(int months, int factor) {
    /// The four that Davidson and Houlden report.
    public static final List<ProgressSpeed> REPORTED =
            List.of(
                    new ProgressSpeed(12, 3),
                    new ProgressSpeed(4, 10),
                    new ProgressSpeed(12, 10),
                    new ProgressSpeed(4, 30));

    /// The doublings of software that it takes: `⌊(m/12)·(4/s)·factor⌋`.
    ///
    /// @param doublingsPerYear `4/s`, what a year at the recent pace brings
    public int doublings(double doublingsPerYear) {
        return (int) (months / 12.0 * doublingsPerYear * factor);
    }

    /// `months_factor`.
    public String key() {
        return months + "_" + factor;
    }
}
