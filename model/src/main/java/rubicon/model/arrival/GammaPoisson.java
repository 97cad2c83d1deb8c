package rubicon.model.arrival;

/// What is known of the rate of events that come independently: Gamma(a, b), with `a` events in `b`
/// units of time as it were seen before.
///
/// @param a above 0
/// @param b above 0, in the unit of time of all exposures
public record GammaPoisson(double a, double b) {
    public GammaPoisson {
        if (!(a > 0 && b > 0 && Double.isFinite(a) && Double.isFinite(b))) {
            throw new IllegalArgumentException("Gamma(%s, %s) is none".formatted(a, b));
        }
    }

    /// Gamma(a + events, b + exposure).
    ///
    /// @param events at least 0
    /// @param exposure time in which they were seen, at least 0
    public GammaPoisson after(double events, double exposure) {
        if (!(events >= 0 && exposure >= 0)) {
            throw new IllegalArgumentException(
                    "%s events in a time of %s".formatted(events, exposure));
        }
        return new GammaPoisson(a + events, b + exposure);
    }

    /// Expected events per unit of time, `a/b`.
    public double rate() {
        return a / b;
    }

    /// The number of events in a time ahead that is not passed with a probability: the least `n` of
    /// which `P(N ≤ n)` is at least `p`, where N is negative binomial.
    ///
    /// @param ahead `τ`, at least 0
    /// @param p in (0, 1)
    public int eventsBy(double ahead, double p) {
        if (!(ahead >= 0 && p > 0 && p < 1)) {
            throw new IllegalArgumentException(
                    "the %s quantile of a time ahead of %s".formatted(p, ahead));
        }
        double step = Math.log(ahead) - Math.log(b + ahead);
        // In logarithms: of many events the chance of none is no number.
        double log = -a * Math.log1p(ahead / b);
        double sum = Math.exp(log);
        int events = 0;
        while (sum < p && (events < rate() * ahead || Math.exp(log) > 0)) {
            log += Math.log((a + events) / (events + 1)) + step;
            events++;
            sum += Math.exp(log);
        }
        return events;
    }

    /// Probability of one event or more in a time ahead, `1 − (b/(b + τ))^a`.
    ///
    /// @param ahead `τ`, at least 0
    public double atLeastOne(double ahead) {
        if (!(ahead >= 0)) {
            throw new IllegalArgumentException("a time ahead of " + ahead);
        }
        return atLeastOne(a, b, ahead);
    }

    /// [#atLeastOne(double)] on numbers in place.
    public static double atLeastOne(double a, double b, double ahead) {
        return -Math.expm1(-a * Math.log1p(ahead / b));
    }
}
