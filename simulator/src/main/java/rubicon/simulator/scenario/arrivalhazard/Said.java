package rubicon.simulator.scenario.arrivalhazard;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import rubicon.model.arrival.EvidenceUpdate;
import rubicon.model.stats.NeumaierSum;

/// What pieces of evidence say together: pieces of one family share one weight, and a quarter moves
/// the odds by a factor of four at most. Heard anew in each run, in place.
final class Said {
    private static final double ROUNDING = 1e-12;
    private static final double MOST = Math.log(EvidenceUpdate.MOST_PER_QUARTER);

    private final double[] weights;
    private final int[] quarters;
    private final NeumaierSum[] byQuarter;
    private final NeumaierSum all = new NeumaierSum();
    private double logRatio;
    private long cappedQuarters;

    /// @param pieces with the family of each
    /// @param seenOn when, piece by piece
    Said(List<EvidenceUpdate.FromFamily> pieces, List<LocalDate> seenOn) {
        this.weights =
                EvidenceUpdate.discounted(pieces).stream()
                        .mapToDouble(EvidenceUpdate.Piece::weight)
                        .toArray();
        int[] distinct = seenOn.stream().mapToInt(Said::quarter).sorted().distinct().toArray();
        this.quarters =
                seenOn.stream()
                        .mapToInt(it -> Arrays.binarySearch(distinct, quarter(it)))
                        .toArray();
        this.byQuarter = new NeumaierSum[distinct.length];
        Arrays.setAll(byQuarter, _ -> new NeumaierSum());
    }

    /// Hears them.
    ///
    /// @param likelihoodRatios piece by piece, above 0
    void hear(double[] likelihoodRatios) {
        for (NeumaierSum quarter : byQuarter) {
            quarter.clear();
        }
        for (int i = 0; i < weights.length; i++) {
            byQuarter[quarters[i]].add(weights[i] * Math.log(likelihoodRatios[i]));
        }
        all.clear();
        cappedQuarters = 0;
        for (NeumaierSum quarter : byQuarter) {
            double said = quarter.value();
            all.add(Math.clamp(said, -MOST, MOST));
            cappedQuarters += Math.abs(said) > MOST + ROUNDING ? 1 : 0;
        }
        logRatio = all.value();
    }

    /// How many quarters had said more.
    long cappedQuarters() {
        return cappedQuarters;
    }

    /// `Σ w·log₂ LR` after the cap.
    double bits() {
        return logRatio / Math.log(2);
    }

    /// By what it multiplies every later hazard, from what it does to one probability.
    ///
    /// @param probability in [0, 1]; at the ends, which no evidence moves, as just beside them
    double hazardRatio(double probability) {
        return EvidenceUpdate.hazardRatio(Math.clamp(probability, 1e-12, 1 - 1e-12), logRatio);
    }

    private static int quarter(LocalDate date) {
        return 4 * date.getYear() + date.get(IsoFields.QUARTER_OF_YEAR);
    }
}
