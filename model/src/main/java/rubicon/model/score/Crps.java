package rubicon.model.score;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Beta;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Normal;
import rubicon.model.stats.StudentT;

/// The continuous ranked probability score, `∫(F(x) − 1[x ≥ y])² dx`, in the unit of the value that
/// was forecast. For a forecast of one number it is the distance to the outcome.
///
/// @see <a href="https://doi.org/10.1198/016214506000001437">Gneiting & Raftery 2007</a>
public final class Crps {
    private Crps() {}

    /// Of an ensemble taken as the forecast itself: `mean|x − y| − ΣΣ|x_i − x_j|/2m²`.
    ///
    /// @param ensemble at least one finite number, in any order
    public static double ensemble(double[] ensemble, double outcome) {
        return ensemble(ensemble, outcome, (double) ensemble.length * ensemble.length);
    }

    /// Of an ensemble taken as a sample of the forecast: `mean|x − y| − ΣΣ|x_i − x_j|/2m(m−1)`,
    /// whose mean does not depend on the size of the sample; may be below 0.
    ///
    /// @param ensemble at least two finite numbers, in any order
    /// @see <a href="https://doi.org/10.1002/qj.2270">Ferro 2014</a>
    public static double fairEnsemble(double[] ensemble, double outcome) {
        if (ensemble.length < 2) {
            throw new IllegalArgumentException("one number is no sample");
        }
        return ensemble(ensemble, outcome, (double) ensemble.length * (ensemble.length - 1));
    }

    private static double ensemble(double[] ensemble, double outcome, double pairs) {
        double[] sorted = ensemble.clone();
        Arrays.sort(sorted);
        double distance =
                NeumaierSum.mean(
                        Arrays.stream(sorted).map(member -> Math.abs(member - outcome)).toArray());
        // With sorted members Σᵢ Σⱼ |xᵢ − xⱼ| = 2 Σᵢ (2i − m + 1) xᵢ, counted from 0.
        var spread = new NeumaierSum();
        for (int i = 0; i < sorted.length; i++) {
            spread.add((2.0 * i - sorted.length + 1) * sorted[i]);
        }
        return distance - spread.value() / pairs;
    }

    /// Of a normal forecast: `σ[ω(2Φ(ω) − 1) + 2φ(ω) − 1/√π]`, `ω = (y − μ)/σ`.
    public static double normal(Normal forecast, double outcome) {
        double omega = (outcome - forecast.mean()) / forecast.sd();
        return forecast.sd()
                * (omega * (2 * Normal.standardCumulative(omega) - 1)
                        + 2 * Normal.standardDensity(omega)
                        - 1 / Math.sqrt(Math.PI));
    }

    /// Of a Student's t with ν degrees: `σ[z(2T(z) − 1) + 2t(z)(ν + z²)/(ν − 1) − 2√ν/(ν − 1)·B(½,
    /// ν − ½)/B(½, ν/2)²]`, `z = (y − μ)/σ`.
    ///
    /// @throws IllegalArgumentException if `ν ≤ 1`: such a forecast has no mean, hence no score
    public static double studentT(StudentT forecast, double outcome) {
        double nu = forecast.degrees();
        if (nu <= 1) {
            throw new IllegalArgumentException(nu + " degrees of freedom leave no score");
        }
        if (forecast.scale() == 0) {
            return Math.abs(outcome - forecast.location());
        }
        double z = (outcome - forecast.location()) / forecast.scale();
        var standard = new TDistribution(nu);
        double spread =
                2
                        * Math.sqrt(nu)
                        / (nu - 1)
                        * Math.exp(Beta.logBeta(0.5, nu - 0.5) - 2 * Beta.logBeta(0.5, nu / 2));
        return forecast.scale()
                * (z * (2 * standard.cumulativeProbability(z) - 1)
                        + 2 * standard.density(z) * (nu + z * z) / (nu - 1)
                        - spread);
    }
}
