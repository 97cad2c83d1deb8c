package rubicon.ingest.computed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.observation.Observation;

/// What was computed, held against what the ledger says. Pure.
final class Differences {
    private Differences() {}

    /// Events that tell what of the points the ledger does not say yet, and take back what it says
    /// that is none of them.
    ///
    /// @param inputs when the newest input was recorded
    static List<Outgoing> of(
            IndicatorLedger standing, IndicatorId id, Collection<Point> points, Instant inputs) {
        Map<String, Observation> held = new TreeMap<>();
        standing.histories()
                .forEach(history ->
                        history.current()
                                .ifPresent(it -> {
                                    if (it.statement().key().source().equals(Point.SOURCE)
                                            && it.statement().content()
                                                    instanceof Reported(var observation)) {
                                        held.put(observation.key().externalId(), observation);
                                    }
                                }));
        List<Outgoing> news = new ArrayList<>();
        for (Point point : points) {
            Observation before = held.remove(point.key());
            if (before == null || !point.isSaidBy(before)) {
                news.add(point.report(inputs));
            }
        }
        held.keySet().forEach(key -> news.add(Point.retraction(id, key, inputs)));
        return news;
    }
}
