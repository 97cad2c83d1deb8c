package rubicon.simulator.scenario.saturation;

import rubicon.model.stats.StudentT;

/// A quantile of Student's t that is asked for again and again, mostly of the same share and
/// degrees: the library that computes it takes its time.
final class HeldStudent {
    private double share = Double.NaN;
    private double degrees = Double.NaN;
    private double standard;

    /// As [StudentT#quantile].
    double of(StudentT of, double u) {
        return of.scale() == 0
                ? of.location()
                : of.location() + of.scale() * standard(u, of.degrees());
    }

    /// As [StudentT#standardQuantile].
    double standard(double u, double ofDegrees) {
        if (u != share || ofDegrees != degrees) {
            standard = StudentT.standardQuantile(u, ofDegrees);
            share = u;
            degrees = ofDegrees;
        }
        return standard;
    }
}
