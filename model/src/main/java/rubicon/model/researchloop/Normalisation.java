package rubicon.model.researchloop;

import rubicon.model.catalogue.Bounds;
import rubicon.model.catalogue.DeclaredNormalisation;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Kind;
import rubicon.model.catalogue.NoiseCeiling;

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

    /// The normalisation of an indicator by its catalogue entry: the declared one, else its bounds
    /// with the noise ceiling in place of the better end. What has no better direction, no such
    /// end, or is itself computed from others is no evidence of work.
    static Normalisation of(Indicator indicator) {
        if (indicator.kind() == Kind.INDEX || indicator.kind() == Kind.FORECAST) {
            return new Undeclared("an index or a forecast is no evidence of work");
        }
        if (indicator.direction() == Direction.NONE) {
            return new Undeclared("neither direction is better");
        }
        DeclaredNormalisation declared = indicator.normalisation();
        if (declared != null) {
            return switch (declared.scale()) {
                case LOG -> new DeclaredLog(declared.zero(), declared.one(), declared.reason());
                case LINEAR, LOGIT -> new Bounded(declared.zero(), declared.one());
            };
        }
        Bounds bounds = indicator.bounds();
        NoiseCeiling ceiling = indicator.noiseCeiling();
        boolean higher = indicator.direction() == Direction.HIGHER;
        Double floor = higher ? bounds.low() : bounds.high();
        Double end =
                ceiling != null
                        ? Double.valueOf(ceiling.value())
                        : higher ? bounds.high() : bounds.low();
        return floor == null || end == null
                ? new Undeclared("no end to fill up to, and no normalisation is declared")
                : new Bounded(floor, end);
    }
}
