package rubicon.model.saturation;

import rubicon.model.stats.NeumaierSum;
import rubicon.model.trend.Scale;

/// Lines with a conjugate prior over the same times, through the logits of one ceiling after
/// another: each takes the place of the one before, and nothing is allocated. For one thread at a
/// time.
///
/// @see BayesFit for a line that stays, and for the letters
public final class BayesOver {
    private final double[] centred;
    private final BayesFit.Prior prior;
    private final double meanTime;
    private final BayesFit.Precision precision;
    private final double before;
    private final double shape;
    private final NeumaierSum z = new NeumaierSum();
    private final NeumaierSum tz = new NeumaierSum();
    private final NeumaierSum zz = new NeumaierSum();
    private double level;
    private double slope;
    private double rate;

    /// @param times at least one
    public BayesOver(double[] times, BayesFit.Prior prior) {
        this.prior = prior;
        this.meanTime = NeumaierSum.mean(times);
        this.centred = new double[times.length];
        var t = new NeumaierSum();
        var tt = new NeumaierSum();
        for (int i = 0; i < times.length; i++) {
            centred[i] = times[i] - meanTime;
            t.add(centred[i]);
            tt.add(centred[i] * centred[i]);
        }
        this.precision =
                new BayesFit.Precision(
                        prior.levelPrecision() + times.length,
                        t.value(),
                        prior.slopePrecision() + tt.value());
        this.before = prior.precision().of(prior.level(), prior.slope());
        this.shape = prior.shape() + times.length / 2.0;
    }

    /// Lays the line.
    ///
    /// @param logits one for each time
    public void through(double[] logits) {
        z.clear();
        tz.clear();
        zz.clear();
        for (int i = 0; i < centred.length; i++) {
            z.add(logits[i]);
            tz.add(centred[i] * logits[i]);
            zz.add(logits[i] * logits[i]);
        }
        double forLevel = prior.levelPrecision() * prior.level() + z.value();
        double forSlope = prior.slopePrecision() * prior.slope() + tz.value();
        level =
                (precision.slopeSlope() * forLevel - precision.levelSlope() * forSlope)
                        / precision.determinant();
        slope =
                (precision.levelLevel() * forSlope - precision.levelSlope() * forLevel)
                        / precision.determinant();
        double misfit = zz.value() + before - precision.of(level, slope);
        rate = prior.rate() + misfit / 2;
    }

    /// The line as it lies.
    public BayesFit fit(Scale.Logit scale) {
        return new BayesFit(scale, meanTime, level, slope, shape, rate, precision);
    }

    /// Mean of the times.
    public double meanTime() {
        return meanTime;
    }

    /// Height at the mean of the times.
    public double level() {
        return level;
    }

    /// Of the line.
    public double slope() {
        return slope;
    }

    /// Degrees of freedom of all that is known of the line.
    public double degrees() {
        return 2 * shape;
    }

    /// Scale of [BayesFit#meanAt].
    public double meanScale(double time) {
        return Math.sqrt(rate / shape * precision.leverage(time - meanTime));
    }

    /// Scale of [BayesFit#nextAt].
    public double nextScale(double time) {
        return Math.sqrt(rate / shape * (1 + precision.leverage(time - meanTime)));
    }

    /// Scale of what is known of the slope.
    public double slopeScale() {
        return Math.sqrt(rate / shape * precision.levelLevel() / precision.determinant());
    }
}
