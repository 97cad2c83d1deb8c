package rubicon.model.researchloop;

import java.util.OptionalDouble;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.Evaluator;

/// What one indicator says of a category today.
///
/// @param value best so far, in the indicator's unit
/// @param weight that the catalogue gives it, in (0, 1]
/// @param freshness in (0, 1], see [#freshness]
/// @param stale whether its last observation is older than the indicator allows
public record IndicatorEvidence(
        IndicatorId indicator,
        double value,
        Normalisation normalisation,
        double weight,
        double freshness,
        boolean stale,
        Evaluator evaluator) {
    public IndicatorEvidence {
        if (!Double.isFinite(value)
                || !(weight > 0 && weight <= 1 && freshness > 0 && freshness <= 1)) {
            throw new IllegalArgumentException(
                    "%s: value %s, weight %s, freshness %s"
                            .formatted(indicator, value, weight, freshness));
        }
    }

    /// How much an observation still says by its age: all until the day from which the indicator
    /// counts as stale, then half as much with each further such time. A choice of this project.
    ///
    /// @param ageDays since the last observation, at least 0
    /// @param staleAfterDays above 0
    /// @return in (0, 1]
    public static double freshness(double ageDays, double staleAfterDays) {
        if (!(ageDays >= 0 && staleAfterDays > 0)) {
            throw new IllegalArgumentException(
                    "%s days old, stale after %s".formatted(ageDays, staleAfterDays));
        }
        double late = Math.max(0, ageDays / staleAfterDays - 1);
        return Math.max(Math.pow(2, -late), Double.MIN_NORMAL);
    }

    /// Whether the developer of what was measured is also who measured.
    public boolean firstParty() {
        return evaluator == Evaluator.FIRST_PARTY;
    }

    /// The saturation as it is, below 0 or above 1 too; empty where no normalisation is declared.
    public OptionalDouble saturation() {
        return switch (normalisation) {
            case Normalisation.Bounded(double floor, double ceiling) ->
                    OptionalDouble.of((value - floor) / (ceiling - floor));
            case Normalisation.DeclaredLog(double zero, double one, String _) ->
                    OptionalDouble.of(
                            value > 0 ? Math.log(value / zero) / Math.log(one / zero) : 0);
            case Normalisation.Undeclared _ -> OptionalDouble.empty();
        };
    }
}
