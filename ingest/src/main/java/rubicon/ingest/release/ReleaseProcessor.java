package rubicon.ingest.release;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
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
import rubicon.model.ledger.Statement;
import rubicon.model.ledger.Violation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.rule.Rule;
import rubicon.model.wire.Topics;

/// Lets a batch of events do what they do: rows in the ledger and the chronicle, states, alerts,
/// outbox rows, all in one transaction. Rules are evaluated event by event, so the size of a batch
/// changes no outcome. While more is waiting, states are left behind: they are computed once for
/// all that came.
@ApplicationScoped
public class ReleaseProcessor implements BatchHandler {
    // Few, so that all workers are done at about the same time.
    private static final int MOST_TOLD = 10;

    private final EventReader reader = new EventReader();
    private final CatalogueService catalogue;
    private final LedgerService ledger;
    private final IndicatorService states;
    private final IndicatorChanges indicators;
    private final RuleService rules;
    private final AlertService alerts;
    private final ChronicleService chronicle;
    private final DeadLetterService letters;
    private final BatchTransaction transactions;
    private final OutboxPublisher publisher;
    private final InstantSource time;
    private final MeterRegistry meters;

    /// Indicators whose states were left behind because more was waiting.
    private final NavigableSet<IndicatorId> behind = new ConcurrentSkipListSet<>();

    ReleaseProcessor(
            CatalogueService catalogue,
            LedgerService ledger,
            IndicatorService states,
            IndicatorChanges indicators,
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
        this.states = states;
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
    public Runnable prepare(List<Received> batch, boolean isMoreWaiting) {
        List<Item> items = checkTwice(batch);
        return () -> {
            transactions.run(items, it -> process(it, isMoreWaiting));
            publisher.wake();
        };
    }

    @Override
    public boolean isBehind() {
        return !behind.isEmpty();
    }

    @Override
    public void catchUp() {
        SortedSet<IndicatorId> some = takeBehind();
        if (some.isEmpty()) {
            return; // another worker has the last of them
        }
        try {
            indicators.catchUp(some);
        } catch (RuntimeException | Error e) {
            behind.addAll(some);
            throw e;
        }
    }

    private SortedSet<IndicatorId> takeBehind() {
        SortedSet<IndicatorId> taken = new TreeSet<>();
        while (taken.size() < MOST_TOLD) {
            IndicatorId id = behind.pollFirst();
            if (id == null) {
                break;
            }
            taken.add(id);
        }
        return taken;
    }

    private List<Item> checkTwice(List<Received> batch) {
        List<Item> items = check(batch);
        if (items.stream().noneMatch(Item::isRefused)) {
            return items;
        }
        // Perhaps for an indicator that another replica was just told of.
        catalogue.refresh();
        return check(batch);
    }

    private List<Item> check(List<Received> batch) {
        Instant now = time.instant();
        EventCheck check = new EventCheck(catalogue.current());
        List<Item> items = new ArrayList<>();
        for (Received received : batch) {
            Arrival arrival = reader.read(received);
            items.add(new Item(received, arrival.eventKey(), check.check(arrival, now)));
        }
        return items;
    }

    /// A record with what it turned out to be.
    private record Item(Received received, Optional<EventKey> event, EventCheck.Checked checked)
            implements BatchTransaction.Item {
        boolean isRefused() {
            return checked instanceof EventCheck.Refused;
        }
    }

    private void process(List<Item> items, boolean isMoreWaiting) {
        Set<IndicatorId> named = new HashSet<>();
        Map<EventKey, ObservationKey> events = new HashMap<>();
        for (Item item : items) {
            if (item.checked() instanceof EventCheck.Accepted accepted) {
                named.add(accepted.key().indicator());
                events.put(accepted.event(), accepted.key());
            }
        }
        SortedSet<IndicatorId> changed = new TreeSet<>(named);
        WorkingLedger working =
                ledger.open(rules.readWith(catalogue.current().touchedBy(changed)), events);
        // Who changes an entry holds its head meanwhile: by now it is known what came of that.
        catalogue.refresh();
        Catalogue entries = catalogue.current();
        Reading reading = reading(entries, changed);
        alerts.lockClosed(
                events.values().stream()
                        .flatMap(it -> working.history(it).statements().stream())
                        .map(Statement::id)
                        .collect(Collectors.toSet()));
        WorkingHoldings held = alerts.holdings(working);
        Tally tally = new Tally();
        List<NewStatement> entriesTold = new ArrayList<>();
        for (Item item : items) {
            switch (item.checked()) {
                case EventCheck.Refused refused -> refuse(item, refused.violations());
                case EventCheck.Told(NewStatement statement) -> entriesTold.add(statement);
                case EventCheck.Accepted accepted ->
                        working.append(
                                        accepted.key(),
                                        accepted.event(),
                                        accepted.statedAt(),
                                        accepted.content())
                                .ifPresent(appended -> {
                                    if (Imported.is(accepted.event())) {
                                        working.importing(accepted.key().indicator());
                                    }
                                    evaluate(reading, held, appended);
                                    tally.add(appended);
                                });
            }
        }
        ledger.save(working);
        SortedSet<IndicatorId> told = tally.told(reading);
        if (isMoreWaiting) {
            behind.addAll(told);
            told.clear();
        }
        states.update(entries, working, tally.touched(reading), told);
        entriesTold.forEach(it -> tell(it, working));
        tally.outcomes.forEach((it, times) -> count(it.source(), it.decision().name(), times));
        // Last, for what is rolled back is refused again.
        long refused =
                items.stream().filter(it -> it.checked() instanceof EventCheck.Refused).count();
        if (refused > 0) {
            count("unknown", "REFUSED", (int) refused);
        }
    }

    private record Outcome(String source, Decision decision) {}

    /// What a batch appended, counted.
    private static final class Tally {
        private final Map<IndicatorId, Integer> statements = new HashMap<>();
        private final Set<IndicatorId> live = new HashSet<>();
        private final Map<Outcome, Integer> outcomes = new HashMap<>();

        void add(Appended appended) {
            Statement statement = appended.statement();
            IndicatorId indicator = statement.key().indicator();
            statements.merge(indicator, 1, Integer::sum);
            if (!Imported.is(statement.event())) {
                live.add(indicator);
            }
            outcomes.merge(
                    new Outcome(statement.key().source(), appended.decision()), 1, Integer::sum);
        }

        /// How many statements may have touched which states.
        SortedMap<IndicatorId, Integer> touched(Reading reading) {
            SortedMap<IndicatorId, Integer> touched = new TreeMap<>();
            statements.forEach((indicator, count) ->
                    reading.touches(indicator)
                            .forEach(it -> touched.merge(it, count, Integer::sum)));
            return touched;
        }

        /// Those whose states are told at once; an import's are when it is in.
        SortedSet<IndicatorId> told(Reading reading) {
            SortedSet<IndicatorId> told = new TreeSet<>();
            live.forEach(it -> told.addAll(reading.touches(it)));
            return told;
        }
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

    /// What statements about an indicator move.
    ///
    /// @param touches whose states
    /// @param rules that read it: as their own, as the one that they compare with, or through a
    ///   trend that is cut by it
    private record Moved(Set<IndicatorId> touches, List<Rule> rules) {}

    /// What the statements of a batch move, by indicator.
    private record Reading(Map<IndicatorId, Moved> byIndicator) {
        Set<IndicatorId> touches(IndicatorId indicator) {
            return of(indicator).touches();
        }

        List<Rule> rules(IndicatorId indicator) {
            return of(indicator).rules();
        }

        private Moved of(IndicatorId indicator) {
            return Objects.requireNonNull(byIndicator.get(indicator));
        }
    }

    private Reading reading(Catalogue entries, SortedSet<IndicatorId> changed) {
        List<Rule> found = changed.isEmpty() ? List.of() : rules.of(entries.touchedBy(changed));
        alerts.lock(found);
        Map<IndicatorId, Moved> byIndicator = new HashMap<>();
        for (IndicatorId indicator : changed) {
            SortedSet<IndicatorId> touches = entries.touchedBy(List.of(indicator));
            byIndicator.put(
                    indicator,
                    new Moved(
                            touches,
                            found.stream().filter(it -> reads(it, indicator, touches)).toList()));
        }
        return new Reading(byIndicator);
    }

    private void evaluate(Reading reading, WorkingHoldings held, Appended appended) {
        if (!appended.isNews()) {
            return;
        }
        for (Rule rule : reading.rules(appended.statement().key().indicator())) {
            if (!held.isImporting(rule)) {
                alerts.evaluate(rule, held, appended.statement(), appended.decision());
            } else if (appended.decision().restates()) {
                alerts.restated(rule, held, appended.statement());
            }
        }
    }

    private static boolean reads(Rule rule, IndicatorId indicator, SortedSet<IndicatorId> touches) {
        return rule.watched().equals(indicator)
                || rule.condition().other().filter(indicator::equals).isPresent()
                || (rule.condition().kind().readsTrend() && touches.contains(rule.watched()));
    }

    private void refuse(Item item, List<Violation> violations) {
        letters.refuse(item.received(), item.event(), violations);
    }

    private void count(String source, String outcome, int times) {
        meters.counter("rubicon.ingest.observations", "source", source, "outcome", outcome)
                .increment(times);
    }

    private void count(EntryKind kind, Decision decision) {
        meters.counter("rubicon.ingest.entries", "kind", kind.name(), "outcome", decision.name())
                .increment();
    }
}
