package rubicon.simulator.montecarlo;

/// Count, mean and sum of squared deviations of finite numbers.
///
/// @param count at least 0
/// @param mean 0 if there are none
/// @param squares sum of squared deviations from the mean
public record Moments(long count, double mean, double squares) {
    /// Of no numbers.
    static final Moments NONE = new Moments(0, 0, 0);

    /// Of both, by the formula of Chan, Golub & LeVeque 1979. Rounding makes the order matter: join
    /// in the order of blocks.
    Moments join(Moments later) {
        if (count == 0 || later.count == 0) {
            return count == 0 ? later : this;
        }
        long total = count + later.count;
        double difference = later.mean - mean;
        double share = (double) later.count / total;
        return new Moments(
                total,
                mean + difference * share,
                squares + later.squares + difference * difference * count * share);
    }

    /// Standard deviation, with `n − 1`.
    ///
    /// @return 0 for fewer than two
    public double sd() {
        return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    }
}
