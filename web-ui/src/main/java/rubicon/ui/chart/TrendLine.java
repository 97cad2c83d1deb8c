package rubicon.ui.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import rubicon.model.wire.IndicatorStatePayload.TrendPayload;

/// Points on a fitted exponential: `intercept · 2^(days since origin / doubling days)`.
final class TrendLine {
    private static final int POINTS = 48;

    private TrendLine() {}

    /// A point of the line.
    record At(LocalDate day, double value) {}

    /// The line over a stretch of time.
    ///
    /// @return rising in time, both ends included; empty when the stretch is empty or the fit has
    ///   no doubling time
    static List<At> between(TrendPayload trend, LocalDate from, LocalDate to) {
        double doubling = trend.doublingDays().estimate();
        long days = ChronoUnit.DAYS.between(from, to);
        if (days <= 0 || doubling == 0) {
            return List.of();
        }
        long points = Math.min(POINTS, days);
        List<At> line = new ArrayList<>();
        for (long i = 0; i <= points; i++) {
            LocalDate day = from.plusDays(days * i / points);
            long since = ChronoUnit.DAYS.between(trend.origin(), day);
            line.add(new At(day, trend.intercept() * Math.pow(2, since / doubling)));
        }
        return line;
    }
}
