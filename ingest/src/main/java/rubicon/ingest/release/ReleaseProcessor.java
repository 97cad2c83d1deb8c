package rubicon.ingest.release;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import rubicon.ingest.alert.AlertService;
import rubicon.ingest.alert.WorkingHoldings;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.chronicle.ChronicleService;
import rubicon.ingest.chronicle.NewStatement;
import rubicon.ingest.indicator.IndicatorService;
import rubicon.ingest.intake.Arrival;
import rubicon.ingest.intake.BatchHandler;
import rubicon.ingest.intake.BatchTransaction;
import rubicon.ingest.intake.DeadLetterService;
import rubicon.ingest.intake.EventReader;
import rubicon.ingest.intake.Imported;
import rubicon.ingest.intake.Received;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.ledger.WorkingLedger;
import rubicon.ingest.ledger.WorkingLedger.Appended;
import rubicon.ingest.outbox.OutboxPublisher;
import rubicon.ingest.rule.RuleService;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.Violation;
import rubicon.model.rule.ConditionKind;
import rubicon.model.rule.Rule;
import rubicon.model.wire.Topics;

/// Lets a batch of events do what they do: rows in the ledger and the chronicle, states, alerts,
/// outbox rows, all in one transaction. Rules are evaluated event by event, so the size of a batch
/// changes no outcome.
@ApplicationScoped
public class ReleaseProcessor implements BatchHandler {
    private final EventReader reader = new EventReader();
    private final CatalogueService catalogue;
    private final LedgerService ledger;
    private final IndicatorService indicators;
    private final RuleService rules;
    private final AlertService alerts;
    private final ChronicleService chronicle;
    private final DeadLetterService letters;
    private final BatchTransaction transactions;
    private final OutboxPublisher publisher;
    private final InstantSource time;
    private final MeterRegistry meters;

    ReleaseProcessor(
            CatalogueService catalogue,
            LedgerService ledger,
            IndicatorService indicators,
            RuleService rules,
            AlertService alerts,
            ChronicleService chronicle,
            DeadLetterService letters,
            BatchTransaction transactions,
            OutboxPublisher publisher,
            InstantSource time,
            MeterRegistry meters) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.indicators = indicators;
        this.rules = rules;
        this.alerts = alerts;
        this.chronicle = chronicle;
        this.letters = letters;
        this.transactions = transactions;
        this.publisher = publisher;
        this.time = time;
        this.meters = meters;
    }

    @Override
    public String topic() {
        return Topics.OBSERVATIONS;
    }

    @Override
    public void handle(List<Received> batch) {
        List<Item> items = check(batch);
        if (items.stream().anyMatch(Item::isRefused)) {
            // Perhaps for an indicator that another replica was just told of.
            catalogue.refresh();
            items = check(batch);
        }
        transactions.run(items, this::process);
        publisher.wake();
    }

    private List<Item> check(List<Received> batch) {
        Instant now = time.instant();
        EventCheck check = new EventCheck(catalogue.current());
        List<Item> items = new ArrayList<>();
        for (Received received : batch) {
            Arrival arrival = reader.read(received);
            items.add(new Item(received, arrival, check.check(arrival, now)));
        }
        return items;
    }

    /// A record with what it turned out to be.
    private record Item(Received received, Arrival arrival, EventCheck.Checked checked)
            implements BatchTransaction.Item {
        boolean isRefused() {
            return checked instanceof EventCheck.Refused;
        }
    }

    private void process(List<Item> items) {
        SortedSet<IndicatorId> changed = new TreeSet<>();
        List<EventKey> events = new ArrayList<>();
        for (Item item : items) {
            if (item.checked() instanceof EventCheck.Accepted accepted) {
                changed.add(accepted.key().indicator());
                events.add(accepted.event());
            }
        }
        Catalogue entries = catalogue.current();
        WorkingLedger working = ledger.open(entries.touchedBy(changed), events);
        List<Rule> reading = reading(entries.touchedBy(changed));
        Map<IndicatorId, Integer> touched = new TreeMap<>();
        List<NewStatement> told = new ArrayList<>();
        for (Item item : items) {
            switch (item.checked()) {
                case EventCheck.Refused refused -> refuse(item, refused.violations());
                case EventCheck.Told(NewStatement statement) -> told.add(statement);
                case EventCheck.Accepted accepted -> {
                    if (!working.knows(accepted.event())) {
                        Appended appended =
                                working.append(
                                        accepted.key(),
                                        accepted.event(),
                                        accepted.statedAt(),
                                        accepted.content());
                        SortedSet<IndicatorId> touches =
                                entries.touchedBy(List.of(accepted.key().indicator()));
                        evaluate(reading, touches, working, appended);
                        touches.forEach(id -> touched.merge(id, 1, Integer::sum));
                        count(accepted.key().source(), appended.decision().name());
                    }
                }
            }
        }
        ledger.save(working);
        indicators.update(entries, working, touched);
        told.forEach(it -> tell(it, working));
    }

    /// Entries are told one by one, and the rules that read them are evaluated each time.
    private void tell(NewStatement statement, WorkingLedger working) {
        for (ChronicleService.Appended appended : chronicle.append(List.of(statement))) {
            count(appended.key().kind(), appended.decision());
            if (appended.decision() != Decision.UNCHANGED) {
                WorkingHoldings held = alerts.holdings(working);
                List<Rule> reading =
                        rules.reading(appended.key().kind()).stream()
                                .filter(rule -> held.concerns(rule, appended.key()))
                                .toList();
                alerts.lock(reading);
                reading.forEach(rule -> alerts.evaluateEntry(rule, held, appended.recordedAt()));
            }
        }
    }

    private List<Rule> reading(Collection<IndicatorId> touched) {
        List<Rule> found = touched.isEmpty() ? List.of() : rules.of(touched);
        alerts.lock(found);
        return found;
    }

    private void evaluate(
            List<Rule> rules,
            SortedSet<IndicatorId> touches,
            WorkingLedger working,
            Appended appended) {
        if (appended.decision() == Decision.UNCHANGED) {
            return;
        }
        IndicatorId indicator = appended.statement().key().indicator();
        WorkingHoldings held = alerts.holdings(working);
        boolean isImported = Imported.is(appended.statement().event());
        for (Rule rule : rules) {
            if (!reads(rule, indicator, touches)) {
                continue;
            }
            if (!isImported) {
                alerts.evaluate(rule, held, appended.statement(), appended.decision());
            } else if (appended.decision().restates()) {
                alerts.restated(rule, held, appended.statement());
            }
        }
    }

    /// Whether a rule reads an indicator: as its own, as the one that it compares with, or through
    /// a trend that is cut by it.
    private static boolean reads(Rule rule, IndicatorId indicator, SortedSet<IndicatorId> touches) {
        return rule.watched().equals(indicator)
                || rule.condition().other().filter(indicator::equals).isPresent()
                || (rule.condition().kind() == ConditionKind.TREND
                        && touches.contains(rule.watched()));
    }

    private void refuse(Item item, List<Violation> violations) {
        letters.refuse(item.received(), item.arrival().eventKey(), violations);
        count("unknown", "REFUSED");
    }

    private void count(String source, String outcome) {
        meters.counter("rubicon.ingest.observations", "source", source, "outcome", outcome)
                .increment();
    }

    private void count(EntryKind kind, Decision decision) {
        meters.counter("rubicon.ingest.entries", "kind", kind.name(), "outcome", decision.name())
                .increment();
    }
}
