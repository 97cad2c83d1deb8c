package rubicon.ingest.computed;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import rubicon.model.analysis.Plausibility;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.computed.FrontierCards;
import rubicon.model.computed.FrontierCards.Interval;
import rubicon.model.computed.FrontierCards.Printed;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Revision;
import rubicon.model.observation.Observation;

/// Time between developers' frontier cards, by the values that the cards print. Pure.
final class FromCards {
    static final IndicatorId INTERVAL = new IndicatorId("frontier-release-interval");
    private static final String CARDS = "ai-rd-system-cards";

    private FromCards() {}

    /// The indicators whose values cards print; those without a direction tell no frontier.
    static List<IndicatorId> inputs(Catalogue catalogue) {
        return catalogue.indicators().values().stream()
                .filter(it -> it.sources().contains(CARDS) && !it.id().equals(INTERVAL))
                .filter(it -> it.direction() != Direction.NONE)
                .map(Indicator::id)
                .toList();
    }

    static List<Point> intervals(Catalogue catalogue, Map<IndicatorId, IndicatorLedger> ledgers) {
        List<Printed> printed = new ArrayList<>();
        ledgers.forEach((id, ledger) ->
                printed.addAll(printed(catalogue.find(id).orElseThrow(), ledger.histories())));
        return FrontierCards.intervals(printed).stream().map(FromCards::point).toList();
    }

    private static List<Printed> printed(Indicator indicator, Collection<History> histories) {
        List<Printed> printed = new ArrayList<>();
        for (History history : Plausibility.judged(indicator, histories)) {
            history.current()
                    .filter(it -> it.status() == Revision.Status.STANDING)
                    .map(it -> it.statement().content())
                    .filter(Reported.class::isInstance)
                    .map(it -> ((Reported) it).observation())
                    .filter(it -> it.key().source().equals(CARDS))
                    .filter(it -> it.subject().developer() != null)
                    .ifPresent(it -> printed.add(printed(indicator, it)));
        }
        return printed;
    }

    private static Printed printed(Indicator indicator, Observation it) {
        return new Printed(
                String.valueOf(it.subject().developer()),
                it.subject().model(),
                YearMonth.from(it.observedOn().date()),
                indicator.id(),
                indicator.direction(),
                it.estimate().value());
    }

    private static Point point(Interval it) {
        return Point.ofMonth(
                INTERVAL,
                it.developer() + " " + it.month(),
                it.developer(),
                it.month(),
                (double) it.days(),
                "cards of %s after those of %s: %s"
                        .formatted(it.month(), it.before(), String.join(", ", it.models())));
    }
}
