package rubicon.simulator.scenario.saturation;

import java.util.List;
import rubicon.model.saturation.BayesFit;
import rubicon.model.saturation.BayesOver;
import rubicon.model.saturation.LogisticOver;
import rubicon.model.saturation.Scores;
import rubicon.model.stats.LineOver;
import rubicon.model.trend.Scale;

/// What each method finds in the same records below one ceiling after another, in place.
final class Fits {
    private final double[] times;
    private final double[] scores;
    private final double[] logits;
    private final double floor;
    private final BayesOver bayes;
    private final LineOver line;
    private final LogisticOver logistic;
    private final Known byBayes;
    private final Known byLine;
    private final List<Curve> medians;
    private double ceiling = Double.NaN;
    private boolean found;

    /// @param points records, at least three
    Fits(List<Scores.Point> points, double floor, BayesFit.Prior prior) {
        this.times = points.stream().mapToDouble(Scores.Point::time).toArray();
        this.scores = points.stream().mapToDouble(Scores.Point::score).toArray();
        this.logits = new double[times.length];
        this.floor = floor;
        this.bayes = new BayesOver(times, prior);
        this.line = new LineOver(times);
        this.logistic = new LogisticOver(times, scores);
        this.byBayes = new Known.Bayes(bayes);
        this.byLine = new Known.Line(line);
        this.medians = List.of(new Curve(floor), new Curve(floor), new Curve(floor));
    }

    /// Fits below a ceiling that all records and the floor are below; that of the same ceiling
    /// stands.
    ///
    /// @return whether each method finds a curve
    boolean below(double limit) {
        if (limit != ceiling) {
            ceiling = limit;
            found = fit();
        }
        return found;
    }

    private boolean fit() {
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Scale.Logit.to(scores[i], floor, ceiling);
        }
        bayes.through(logits);
        line.through(logits);
        byBayes.layMedian(medians.get(0), ceiling);
        byLine.layMedian(medians.get(1), ceiling);
        if (!logistic.fit(floor, ceiling, line.slope(), line.where(0))) {
            return false;
        }
        medians.get(2).lay(ceiling, logistic.midpoint(), 0, logistic.rate());
        return true;
    }

    /// Curve of each method, level and slope at their medians.
    Curve median(int method) {
        return medians.get(method);
    }

    int methods() {
        return medians.size();
    }

    double ceiling() {
        return ceiling;
    }

    Known bayes() {
        return byBayes;
    }

    Known line() {
        return byLine;
    }

    double misfit(Curve curve) {
        return curve.misfit(times, scores);
    }
}
