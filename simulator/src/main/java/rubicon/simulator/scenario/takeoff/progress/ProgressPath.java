package rubicon.simulator.scenario.takeoff.progress;

import java.util.List;
import java.util.Map;

/// What a run of [ProgressModel] gives.
///
/// @param milestones decimal year by name: `AC`, the automated coder; `x5`, a multiplier;
///   `SAR-taste` and `SIAR-taste`, AI's taste at the top person's and at its cube. Infinite if not
///   before the end
/// @param points one for each year asked for up to the end
public record ProgressPath(Map<String, Double> milestones, List<Point> points) {
    public ProgressPath {
        milestones = Map.copyOf(milestones);
        points = List.copyOf(points);
    }

    /// A moment of a run.
    ///
    /// @param year decimal
    /// @param progress `P`
    /// @param researchStock `RS`
    /// @param multiplier of software research, with the present day's people and compute
    /// @param automated share of coding tasks that agents can do
    /// @param rate `dP/dt`, orders of magnitude a year
    public record Point(
            double year,
            double progress,
            double researchStock,
            double multiplier,
            double automated,
            double rate) {}
}
