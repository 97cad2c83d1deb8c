package rubicon.ingest.computed;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Subject;
import rubicon.model.wire.AutomationIndexPayload;
import rubicon.model.wire.AutomationIndexPayload.SteepPayload;

/// The automation index as values of a day. Pure.
final class FromIndex {
    static final IndicatorId INDEX = new IndicatorId("automation-index");
    static final IndicatorId STEEP = new IndicatorId("s-curve-steep-count");

    /// More digits would say that evidence is some seconds older.
    private static final MathContext DIGITS = new MathContext(5);

    private FromIndex() {}

    /// Its values of the day on which it was so; none where no indicator counts.
    static List<Point> points(AutomationIndexPayload it) {
        List<Point> points = new ArrayList<>();
        LocalDate day = it.asOf().atZone(ZoneOffset.UTC).toLocalDate();
        if (it.value() != null && it.low() != null && it.high() != null) {
            Estimate estimate =
                    new Estimate(
                            rounded(it.value()),
                            rounded(it.low()),
                            rounded(it.high()),
                            it.level(),
                            "NORMAL_LOGIT",
                            null);
            points.add(point(INDEX, it, day, estimate, it.says()));
        }
        SteepPayload steep = it.steep();
        if (steep != null) {
            // The count as scores stand may lie outside of what is likely.
            Estimate estimate =
                    new Estimate(
                            steep.count(),
                            Math.min(steep.low(), steep.count()),
                            Math.max(steep.high(), steep.count()),
                            it.level(),
                            "POISSON_BINOMIAL",
                            null);
            points.add(
                    point(
                            STEEP,
                            it,
                            day,
                            estimate,
                            "of %d categories with evidence".formatted(steep.of())));
        }
        return points;
    }

    private static Point point(
            IndicatorId id,
            AutomationIndexPayload it,
            LocalDate day,
            Estimate estimate,
            String basis) {
        return new Point(
                id,
                day.toString(),
                new Subject("All categories", null, null, null, Actor.AI),
                estimate,
                null,
                ObservedOn.day(day),
                it.asOf(),
                basis);
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
