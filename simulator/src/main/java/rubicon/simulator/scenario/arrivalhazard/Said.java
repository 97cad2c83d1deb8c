package rubicon.simulator.scenario.arrivalhazard;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import rubicon.model.arrival.EvidenceUpdate;
import rubicon.model.stats.NeumaierSum;

/// What pieces of evidence say together: pieces of one family share one weight, and a quarter moves
/// the odds by a factor of four at most.
///
/// @param logRatio `Σ w·ln LR` after the cap
/// @param cappedQuarters how many quarters had said more
record Said(double logRatio, long cappedQuarters) {
    private static final double ROUNDING = 1e-12;

    /// A piece of evidence.
    record Piece(String family, LocalDate on, double likelihoodRatio) {}

    static Said of(List<Piece> pieces) {
        List<EvidenceUpdate.Piece> weighed =
                EvidenceUpdate.discounted(
                        pieces.stream()
                                .map(it ->
                                        new EvidenceUpdate.FromFamily(
                                                it.family(), it.likelihoodRatio()))
                                .toList());
        SortedMap<Integer, List<Double>> quarters = new TreeMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            quarters.computeIfAbsent(quarter(pieces.get(i).on()), _ -> new ArrayList<>())
                    .add(weighed.get(i).weight() * Math.log(weighed.get(i).likelihoodRatio()));
        }
        double most = Math.log(EvidenceUpdate.MOST_PER_QUARTER);
        double[] said = quarters.values().stream().mapToDouble(Said::sum).toArray();
        double[] heard = new double[said.length];
        long capped = 0;
        for (int i = 0; i < said.length; i++) {
            heard[i] = Math.clamp(said[i], -most, most);
            capped += Math.abs(said[i]) > most + ROUNDING ? 1 : 0;
        }
        return new Said(NeumaierSum.of(heard), capped);
    }

    double bits() {
        return logRatio / Math.log(2);
    }

    /// By what it multiplies every later hazard, from what it does to one probability.
    ///
    /// @param probability in [0, 1]; at the ends, which no evidence moves, as just beside them
    double hazardRatio(double probability) {
        double prior = Math.clamp(probability, 1e-12, 1 - 1e-12);
        return EvidenceUpdate.of(prior, List.of(new EvidenceUpdate.Piece(Math.exp(logRatio), 1)))
                .hazardRatio();
    }

    private static int quarter(LocalDate date) {
        return 4 * date.getYear() + date.get(IsoFields.QUARTER_OF_YEAR);
    }

    private static double sum(List<Double> terms) {
        return NeumaierSum.of(terms.stream().mapToDouble(it -> it).toArray());
    }
}
