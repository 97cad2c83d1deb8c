package rubicon.simulator.scenario.scurves;

import static rubicon.simulator.scenario.scurves.SCurvesDescription.CURVES;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.END_2024;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.END_2025;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.END_2026;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.KAPPA;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.MARK_SPREAD;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.MIDPOINT;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.NOW;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.POSITIONS;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.STEEPNESS;

import java.util.ArrayList;
import java.util.List;
import rubicon.model.stats.Normal;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Belief;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Row;
import rubicon.simulator.scenario.Slot;

/// How sure anybody can be of a mark on a drawn curve: `u + N(0, spread)`, put at 0 and 1 where it
/// reaches over them. On the axis of intelligence the same error moves a curve along, for `κ(u − ½)
/// = k(I − m)` gives `m = I − κ(u − ½)/k`.
final class MarkSpread {
    private static final double HALF = 0.5;

    private MarkSpread() {}

    /// What follows for each mark of the three years, and for each curve's midpoint from where it
    /// stands with the present generation; nothing without a spread.
    static List<Belief> beliefs(Assignment given) {
        double spread = given.real(MARK_SPREAD);
        List<Belief> beliefs = new ArrayList<>();
        if (spread == 0) {
            return beliefs;
        }
        List<Row> marked = given.rows(POSITIONS);
        for (int row = 0; row < marked.size(); row++) {
            for (Domain.Column year : List.of(END_2024, END_2025, END_2026)) {
                beliefs.add(
                        new Belief(
                                Slot.of(POSITIONS.name(), row, year.name()),
                                new Normal(marked.get(row).real(year), spread),
                                0,
                                1));
            }
        }
        List<Row> curves = given.rows(CURVES);
        for (int row = 0; row < curves.size(); row++) {
            beliefs.add(midpoint(given, curves.get(row), row, spread));
        }
        return beliefs;
    }

    private static Belief midpoint(Assignment given, Row curve, int row, double spread) {
        double midpoint = curve.real(MIDPOINT);
        double perMark = given.real(KAPPA) / curve.real(STEEPNESS);
        double farthest = perMark * HALF;
        // Who sets a curve beyond the drawn S is not contradicted.
        double low = Math.min(midpoint, given.real(NOW) - farthest);
        double high = Math.max(midpoint, given.real(NOW) + farthest);
        Domain.Real axis = SCurvesDescription.INTELLIGENCE;
        return new Belief(
                Slot.of(CURVES.name(), row, MIDPOINT.name()),
                new Normal(midpoint, spread * perMark),
                /* min= */ Math.max(low, axis.min()),
                /* max= */ Math.min(high, axis.max()));
    }
}
