package rubicon.simulator.scenario.capabilityindex;

import rubicon.model.capabilityindex.Frontier;
import rubicon.simulator.scenario.Dates;

/// The dates of some indices: of the first model that has it, else of the line.
final class Reached {
    private static final double YEAR = 365.25;

    private final double[] indices;
    // NaN for an index that no model has.
    private final double[] seen;

    Reached(Frontier frontier, double... indices) {
        this.indices = indices;
        this.seen = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            double index = indices[i];
            seen[i] =
                    frontier.models().stream()
                            .filter(it -> it.capability() >= index)
                            .findFirst()
                            .map(it -> Dates.year((double) it.on().toEpochDay()))
                            .orElse(Double.NaN);
        }
    }

    int size() {
        return indices.length;
    }

    /// Decimal year of an index.
    double year(int item, FrontierLine line) {
        return Double.isNaN(seen[item])
                ? Dates.year(YEAR * line.reaches(indices[item]))
                : seen[item];
    }
}
