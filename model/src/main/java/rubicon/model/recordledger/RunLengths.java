package rubicon.model.recordledger;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Gamma;

/// How long ago a series last changed, number by number: Bayesian online change-point detection
/// with normal data of unknown mean and spread.
///
/// The chance that the run length is 0 always equals the hazard, so an alarm goes by
/// `recentChange`, or by a drop of `likeliest`.
///
/// @param likeliest run length after each number, the shortest of equals
/// @param expected mean run length after each number
/// @param recentChange chance that the run length is at most the window, after each number
/// @param logEvidence logarithm of the density of all numbers under the model
/// @see <a href="https://arxiv.org/abs/0710.3742">Adams & MacKay 2007</a>
public record RunLengths(
        List<Integer> likeliest,
        List<Double> expected,
        List<Double> recentChange,
        double logEvidence) {

    public RunLengths {
        likeliest = List.copyOf(likeliest);
        expected = List.copyOf(expected);
        recentChange = List.copyOf(recentChange);
    }

    /// What is believed of a segment before its first number: mean Normal(mu, σ²/kappa), precision
    /// Gamma(alpha, beta).
    ///
    /// @param kappa above 0
    /// @param alpha above 0
    /// @param beta above 0, in the series' unit squared
    public record Prior(double mu, double kappa, double alpha, double beta) {
        public Prior {
            if (!(Double.isFinite(mu) && kappa > 0 && alpha > 0 && beta > 0)) {
                throw new IllegalArgumentException(
                        "mu %s, kappa %s, alpha %s, beta %s make no prior"
                                .formatted(mu, kappa, alpha, beta));
            }
        }
    }

    /// Follows a series. Of `n` numbers it takes `O(n²)` time.
    ///
    /// @param hazard chance of a change before each number, in (0, 1)
    /// @param window longest run length that counts as a recent change
    public static RunLengths of(double[] y, double hazard, Prior prior, int window) {
        if (!(hazard > 0 && hazard < 1)) {
            throw new IllegalArgumentException("hazard %s is not in (0, 1)".formatted(hazard));
        }
        int n = y.length;
        double[] mu = new double[n + 1];
        double[] beta = new double[n + 1];
        double[] norm = new double[n + 1];
        for (int r = 0; r <= n; r++) {
            double alpha = prior.alpha() + r / 2.0;
            norm[r] =
                    Gamma.logGamma(alpha + 0.5) - Gamma.logGamma(alpha) - Math.log(2 * Math.PI) / 2;
        }
        mu[0] = prior.mu();
        beta[0] = prior.beta();
        double[] chance = {1};
        List<Integer> likeliest = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        List<Double> recent = new ArrayList<>();
        double logEvidence = 0;
        for (int t = 0; t < n; t++) {
            double[] logs = new double[t + 1];
            double highest = Double.NEGATIVE_INFINITY;
            for (int r = 0; r <= t; r++) {
                logs[r] =
                        Math.log(chance[r])
                                + logPredictive(y[t], r, mu[r], beta[r], norm[r], prior);
                highest = Math.max(highest, logs[r]);
            }
            double sum = 0;
            for (int r = 0; r <= t; r++) {
                logs[r] = Math.exp(logs[r] - highest);
                sum += logs[r];
            }
            logEvidence += highest + Math.log(sum);
            double[] next = new double[t + 2];
            next[0] = hazard;
            for (int r = 0; r <= t; r++) {
                next[r + 1] = (1 - hazard) * logs[r] / sum;
            }
            chance = next;
            for (int r = t; r >= 0; r--) {
                double kappa = prior.kappa() + r;
                double off = y[t] - mu[r];
                beta[r + 1] = beta[r] + kappa * off * off / (2 * (kappa + 1));
                mu[r + 1] = (kappa * mu[r] + y[t]) / (kappa + 1);
            }
            mu[0] = prior.mu();
            beta[0] = prior.beta();
            read(chance, window, likeliest, expected, recent);
        }
        return new RunLengths(likeliest, expected, recent, logEvidence);
    }

    /// Student's t with `2α` degrees of freedom about `μ`, scale `√(β(κ + 1)/(ακ))`.
    private static double logPredictive(
            double y, int run, double mu, double beta, double norm, Prior prior) {
        double kappa = prior.kappa() + run;
        double alpha = prior.alpha() + run / 2.0;
        double spread = beta * (kappa + 1) / kappa;
        double off = y - mu;
        return norm - Math.log(spread) / 2 - (alpha + 0.5) * Math.log1p(off * off / (2 * spread));
    }

    private static void read(
            double[] chance,
            int window,
            List<Integer> likeliest,
            List<Double> expected,
            List<Double> recent) {
        int mode = 0;
        double mean = 0;
        double within = 0;
        for (int r = 0; r < chance.length; r++) {
            mode = chance[r] > chance[mode] ? r : mode;
            mean += r * chance[r];
            within += r <= window ? chance[r] : 0;
        }
        likeliest.add(mode);
        expected.add(mean);
        recent.add(within);
    }
}
