package rubicon.model.rule;

import java.util.Collection;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.analysis.Standing;
import rubicon.model.analysis.StateCalculator;
import rubicon.model.analysis.StateCalculator.Fit;
import rubicon.model.analysis.Trend;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.TrendWindow;

/// The trend of an indicator as it stands, for the conditions that read its doubling time.
final class StandingTrend {
    private StandingTrend() {}

    /// What a condition measures where there is a trend that runs to what is better.
    ///
    /// @param measured of the days in which it doubles; halves, where lower is better
    static Measured read(
            Standing standing,
            SeriesReading reading,
            Holdings held,
            DoubleFunction<Measured> measured) {
        return switch (StateCalculator.trend(standing, cutBy(standing, reading, held))) {
            case Fit.None(String reason) -> new Measured.Nothing(reason);
            case Fit.Line(Trend trend) -> {
                double fitted = trend.doublingTime().days();
                double days =
                        standing.indicator().direction() == Direction.LOWER ? -fitted : fitted;
                yield days <= 0
                        ? new Measured.Nothing("the trend runs away from what is better")
                        : measured.apply(days);
            }
        };
    }

    private static Collection<Result> cutBy(
            Standing standing, SeriesReading reading, Holdings held) {
        @Nullable TrendWindow window = standing.indicator().trend();
        var by = window == null ? null : window.cutBy();
        return by == null ? List.of() : held.standing(by, reading).results();
    }
}
