package rubicon.ingest.source.epoch;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.RowFault;

/// Shares out of cells that say `35.2%` or `0.352`, as exact decimals.
final class Shares {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Shares() {}

    /// The share in per cent; empty where the cell says that it has none.
    ///
    /// @throws RowFault if it is no share; a number above 1 without a per cent sign may be anything
    static Optional<BigDecimal> percent(String column, String cell) throws RowFault {
        OptionalDouble number = Cells.number(column, cell);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal exact = BigDecimal.valueOf(number.getAsDouble());
        BigDecimal percent = cell.strip().endsWith("%") ? exact : exact.movePointRight(2);
        if (percent.signum() < 0 || percent.compareTo(WHOLE) > 0) {
            throw new RowFault(column, "'%s' is no share".formatted(Cells.shortened(cell)));
        }
        return Optional.of(percent);
    }

    /// A share less its standard error, not below 0.
    static double below(BigDecimal percent, BigDecimal error) {
        return percent.subtract(error).max(BigDecimal.ZERO).doubleValue();
    }

    /// A share with its standard error, not above 100.
    static double above(BigDecimal percent, BigDecimal error) {
        return percent.add(error).min(WHOLE).doubleValue();
    }
}
