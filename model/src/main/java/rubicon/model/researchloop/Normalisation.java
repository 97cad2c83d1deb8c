package rubicon.model.researchloop;

/// How an indicator's value becomes a saturation: 0 where AI does nothing of the work, 1 where
/// nothing is left to reach.
public sealed interface Normalisation {

    /// Between both ends of a bounded scale, `(value − floor)/(ceiling − floor)`. Where low values
    /// are the better ones, the ceiling is the lower number.
    ///
    /// @param floor what chance or nothing gives
    /// @param ceiling the noise ceiling, or else the end of the scale
    record Bounded(double floor, double ceiling) implements Normalisation {
        public Bounded {
            if (!(Double.isFinite(ceiling - floor) && ceiling != floor)) {
                throw new IllegalArgumentException(
                        "%s to %s is no scale".formatted(floor, ceiling));
            }
        }
    }

    /// Of a value without upper end, by declaration: `ln(value/zero)/ln(one/zero)`.
    ///
    /// @param zero value that counts as 0, above 0
    /// @param one value that counts as 1, above 0
    /// @param reason why these two, for readers; never empty
    record DeclaredLog(double zero, double one, String reason) implements Normalisation {
        public DeclaredLog {
            if (!(zero > 0 && one > 0 && zero != one && Double.isFinite(zero + one))) {
                throw new IllegalArgumentException("%s to %s is no scale".formatted(zero, one));
            }
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a declared normalisation gives its reason");
            }
        }
    }

    /// None: the indicator is shown beside its category and does not count.
    ///
    /// @param reason why not, for readers
    record Undeclared(String reason) implements Normalisation {}
}
