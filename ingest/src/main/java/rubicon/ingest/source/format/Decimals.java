package rubicon.ingest.source.format;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Decimal numbers without the noise of binary ones, to four decimals: finer than any board
/// measures.
public final class Decimals {
    private static final int DECIMALS = 4;

    private Decimals() {}

    /// A fraction in per cent.
    public static double percent(double fraction) {
        return rounded(BigDecimal.valueOf(fraction).movePointRight(2));
    }

    /// A number to four decimals.
    public static double rounded(double number) {
        return rounded(BigDecimal.valueOf(number));
    }

    private static double rounded(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
    }
}
