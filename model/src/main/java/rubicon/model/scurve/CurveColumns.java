package rubicon.model.scurve;

import rubicon.model.stats.Logistic;
import rubicon.model.stats.NeumaierSum;

/// The curves of an [Improvement] as columns of numbers that may change from one question to the
/// next, for many questions in a row: nothing is allocated, and each is answered as [Improvement]
/// and [Curve] answer it. For one thread at a time.
public final class CurveColumns {
    private final double[] gain;
    private final double[] k;
    private final double[] midpoint;
    private final double[] overlap;
    private final NeumaierSum sum = new NeumaierSum();

    /// Reads the columns where they stand.
    ///
    /// @param gain, k, midpoint, overlap of [Curve], one a category
    public CurveColumns(double[] gain, double[] k, double[] midpoint, double[] overlap) {
        this.gain = gain;
        this.k = k;
        this.midpoint = midpoint;
        this.overlap = overlap;
    }

    /// Number of curves.
    public int size() {
        return gain.length;
    }

    /// See [Curve#weight()].
    public double weight(int curve) {
        return overlap[curve] * gain[curve];
    }

    /// See [Curve#share].
    public double share(int curve, double intelligence) {
        return Logistic.of(k[curve] * (intelligence - midpoint[curve]));
    }

    /// Half the width of [Curve#supercritical]; NaN where there is none.
    public double supercriticalHalf(int curve) {
        double greatest = weight(curve) * k[curve] / 4;
        return greatest > 1 ? Curve.supercriticalHalf(greatest, k[curve]) : Double.NaN;
    }

    /// Where half of a curve is gained.
    public double midpoint(int curve) {
        return midpoint[curve];
    }

    /// See [Improvement#output].
    public double output(double baseline, double intelligence) {
        sum.clear().add(baseline);
        for (int i = 0; i < gain.length; i++) {
            sum.add(weight(i) * share(i, intelligence));
        }
        return sum.value();
    }

    /// See [Improvement#slope].
    public double slope(double intelligence) {
        sum.clear();
        for (int i = 0; i < gain.length; i++) {
            double share = share(i, intelligence);
            sum.add(weight(i) * k[i] * share * (1 - share));
        }
        return sum.value();
    }

    /// Number of categories in a phase at an intelligence.
    public int count(Phase phase, double intelligence, double theta) {
        int count = 0;
        for (int i = 0; i < gain.length; i++) {
            count += Phase.of(share(i, intelligence), theta) == phase ? 1 : 0;
        }
        return count;
    }

    /// See [Improvement.Imminent#pending].
    public double pending(double before, double now) {
        sum.clear();
        for (int i = 0; i < gain.length; i++) {
            sum.add(weight(i) * share(i, now) - weight(i) * share(i, before));
        }
        return sum.value();
    }

    /// All that there is to gain.
    public double all() {
        sum.clear();
        for (int i = 0; i < gain.length; i++) {
            sum.add(weight(i));
        }
        return sum.value();
    }

    /// See [Improvement.Imminent#remaining].
    public double remaining(double now) {
        sum.clear();
        for (int i = 0; i < gain.length; i++) {
            sum.add(weight(i) * (1 - share(i, now)));
        }
        return sum.value();
    }

    /// See [Improvement.Imminent#newlySteep].
    public int newlySteep(double before, double now, double theta) {
        int count = 0;
        for (int i = 0; i < gain.length; i++) {
            if (Phase.of(share(i, before), theta) == Phase.NOT_STARTED
                    && Phase.of(share(i, now), theta).steep()) {
                count++;
            }
        }
        return count;
    }
}
