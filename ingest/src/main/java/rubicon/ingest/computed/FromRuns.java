package rubicon.ingest.computed;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.horizon.OwnHorizons.OwnHorizon;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.horizon.HorizonAnalysis;
import rubicon.model.horizon.HorizonDraws.Interval;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Subject;

/// Time horizons of one's own eval runs as values of the agents. Pure.
final class FromRuns {
    /// More digits would differ between processors.
    private static final MathContext DIGITS = new MathContext(6);

    private FromRuns() {}

    static List<Point> horizons(IndicatorId indicator, Collection<OwnHorizon> horizons) {
        return horizons.stream().map(it -> point(indicator, it)).toList();
    }

    private static Point point(IndicatorId indicator, OwnHorizon it) {
        return new Point(
                indicator,
                it.agent(),
                new Subject(
                        it.model(),
                        null,
                        it.model().equals(it.agent()) ? null : it.agent(),
                        it.releasedOn(),
                        Actor.AI),
                estimate(it),
                null,
                ObservedOn.day(Optional.ofNullable(it.releasedOn()).orElse(it.firstRun())),
                it.knownAt(),
                "fitted to %d runs at %d tasks of %d families, stated by %s%s"
                        .formatted(
                                it.held().runs(),
                                it.held().tasks(),
                                it.held().families(),
                                sources(it),
                                it.releasedOn() == null
                                        ? "; dated by its first run, as no release date is known"
                                        : ""));
    }

    private static String sources(OwnHorizon it) {
        List<String> some = it.held().sources().stream().limit(5).toList();
        int others = it.held().sources().size() - some.size();
        return String.join(", ", some) + (others == 0 ? "" : " and %d others".formatted(others));
    }

    /// An interval of draws may lie beside the value, which it is then widened to.
    private static Estimate estimate(OwnHorizon it) {
        double value = rounded(it.minutes());
        Optional<Interval> told = it.interval().filter(drawn -> drawn.low() > 0);
        return new Estimate(
                value,
                told.map(drawn -> Math.min(value, rounded(drawn.low()))).orElse(null),
                told.flatMap(drawn -> high(drawn, value)).orElse(null),
                told.isPresent() ? (Double) HorizonAnalysis.LEVEL : (@Nullable Double) null,
                told.isPresent() ? "HIERARCHICAL_BOOTSTRAP" : null,
                (long) it.held().runs());
    }

    private static Optional<Double> high(Interval drawn, double value) {
        return Double.isFinite(drawn.high())
                ? Optional.of(Math.max(value, rounded(drawn.high())))
                : Optional.empty();
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
