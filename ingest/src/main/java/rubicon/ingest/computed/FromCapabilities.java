package rubicon.ingest.computed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.automation.CapabilityIndexService.Vintage;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Subject;
import rubicon.model.wire.CapabilityIndexPayload;
import rubicon.model.wire.CapabilityIndexPayload.ModelPayload;
import rubicon.model.wire.CapabilityIndexPayload.ScalePayload;

/// A fit of the capability index as values of models. Pure.
final class FromCapabilities {
    static final IndicatorId INDEX = new IndicatorId("rubicon-capability-index");

    private static final String POINTS = "POINTS";

    /// Differences of a point mean nothing; more digits would make a revision of each new score.
    private static final int DECIMALS = 1;

    private static final double LEAST_MOVE = 1;

    private FromCapabilities() {}

    /// The values of the models whose release date is known; none on a scale without points, for
    /// logits of one fit are not those of the next.
    static List<Point> points(Vintage vintage) {
        CapabilityIndexPayload index = vintage.index();
        ScalePayload scale = index.scale();
        List<Point> points = new ArrayList<>();
        if (scale == null || !scale.unit().equals(POINTS)) {
            return points;
        }
        for (ModelPayload it : index.models()) {
            LocalDate releasedOn = vintage.releasedOn().get(it.model());
            if (releasedOn != null) {
                points.add(point(index, scale, it, releasedOn));
            }
        }
        return points;
    }

    /// Whether a fit says something else than the one that stands: other models, one that moved by
    /// a point or more, or another day of release.
    static boolean isNews(Collection<Point> points, IndicatorLedger standing) {
        Map<String, Double> before = new TreeMap<>();
        Map<String, ObservedOn> dates = new TreeMap<>();
        standing.histories()
                .forEach(history ->
                        history.current()
                                .ifPresent(it -> {
                                    if (it.statement().key().source().equals(Point.SOURCE)
                                            && it.statement().content()
                                                    instanceof Reported(var observation)) {
                                        before.put(
                                                observation.key().externalId(),
                                                observation.estimate().value());
                                        dates.put(
                                                observation.key().externalId(),
                                                observation.observedOn());
                                    }
                                }));
        Map<String, Double> now = new TreeMap<>();
        points.forEach(it -> now.put(it.key(), it.estimate().value()));
        return !before.keySet().equals(now.keySet())
                || points.stream().anyMatch(it -> !it.observedOn().equals(dates.get(it.key())))
                || now.entrySet().stream()
                        .anyMatch(it ->
                                Math.abs(it.getValue() - before.getOrDefault(it.getKey(), 0.0))
                                        >= LEAST_MOVE);
    }

    private static Point point(
            CapabilityIndexPayload index, ScalePayload scale, ModelPayload it, LocalDate day) {
        return new Point(
                INDEX,
                it.model().toLowerCase(Locale.ROOT),
                new Subject(it.model(), it.developer(), null, day, Actor.AI),
                estimate(scale, it),
                null,
                ObservedOn.day(day),
                index.asOf(),
                "of %d benchmarks, in a fit of %d models%s"
                        .formatted(
                                it.benchmarks(),
                                index.models().size(),
                                index.thin() ? ". " + index.reasons().getFirst() : ""));
    }

    /// The interval of draws may lie beside the value, which it is then widened to.
    private static Estimate estimate(ScalePayload scale, ModelPayload it) {
        double value = rounded(it.capability());
        Double low = it.low() == null ? null : (Double) Math.min(value, rounded(it.low()));
        Double high = it.high() == null ? null : (Double) Math.max(value, rounded(it.high()));
        boolean isKnown = low != null && high != null;
        return new Estimate(
                value,
                low,
                high,
                isKnown ? (Double) scale.level() : (@Nullable Double) null,
                isKnown ? "BOOTSTRAP" : null,
                null);
    }

    private static double rounded(double value) {
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
    }
}
