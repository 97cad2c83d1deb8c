package rubicon.simulator.scenario.scurves;

import java.util.List;
import rubicon.model.scurve.Phase;
import rubicon.model.scurve.Positions;
import rubicon.model.stats.NeumaierSum;
import rubicon.simulator.scenario.Place;

/// Marks on drawn S-curves year by year, read as [Positions] reads them, in place.
final class Marks {
    private final List<double[]> marks;
    private final double[] gain;
    private final double[] overlap;
    private final Place kappa;
    private final double[][] shares;
    private final NeumaierSum sum = new NeumaierSum();

    /// @param marks year by year, then one a category
    Marks(List<double[]> marks, double[] gain, double[] overlap, Place kappa) {
        this.marks = List.copyOf(marks);
        this.gain = gain;
        this.overlap = overlap;
        this.kappa = kappa;
        this.shares = new double[marks.size()][gain.length];
    }

    /// Reads the marks of this run; all else follows from what was read.
    void read() {
        for (int year = 0; year < shares.length; year++) {
            double[] ofYear = marks.get(year);
            for (int i = 0; i < gain.length; i++) {
                shares[year][i] = Positions.share(ofYear[i], kappa.value());
            }
        }
    }

    int size() {
        return gain.length;
    }

    double share(int year, int category) {
        return shares[year][category];
    }

    int count(int year, Phase phase, double theta) {
        int count = 0;
        for (double share : shares[year]) {
            count += Phase.of(share, theta) == phase ? 1 : 0;
        }
        return count;
    }

    double gained(int year) {
        sum.clear();
        for (int i = 0; i < gain.length; i++) {
            sum.add(gain[i] * overlap[i] * shares[year][i]);
        }
        return sum.value();
    }

    double meanSlope(int year) {
        sum.clear();
        for (double share : shares[year]) {
            sum.add(4 * share * (1 - share));
        }
        return sum.value() / gain.length;
    }

    double pendingSince(int before, int year) {
        sum.clear();
        for (int i = 0; i < gain.length; i++) {
            sum.add(gain[i] * overlap[i] * (shares[year][i] - shares[before][i]));
        }
        return sum.value();
    }
}
