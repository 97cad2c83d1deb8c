package rubicon.ingest.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.chronicle.ChronicleService;
import rubicon.ingest.ledger.WorkingLedger;
import rubicon.ingest.outbox.Outbox;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.alert.AlertCondition;
import rubicon.model.alert.AlertInput;
import rubicon.model.alert.AlertInput.Evaluation;
import rubicon.model.alert.AlertInstance;
import rubicon.model.alert.AlertMachine;
import rubicon.model.alert.Episode;
import rubicon.model.alert.Evidence;
import rubicon.model.alert.Health;
import rubicon.model.alert.Reading;
import rubicon.model.alert.Step;
import rubicon.model.alert.Transition;
import rubicon.model.analysis.Staleness;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.rule.ConditionKind;
import rubicon.model.rule.Measured;
import rubicon.model.rule.Rule;
import rubicon.model.rule.SpecVersions;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.AlertPayload.AcknowledgementPayload;
import rubicon.model.wire.Topics;

/// Moves alerts by what the ledger says, and keeps what came of it. Every method that moves one
/// runs in a transaction that holds the lock of the rule's indicator.
@ApplicationScoped
public class AlertService {
    private static final Logger LOG = Logger.getLogger(AlertService.class);
    private static final String RELEASE = "release";
    private static final String SILENCE = "silence";
    private static final String CLOCK = "clock";
    private static final String IMPORT = "import";
    private static final String CHRONICLE = "chronicle";

    private final AlertRepository alerts;
    private final RestingEpisodes resting;
    private final CatalogueService catalogue;
    private final ChronicleService chronicle;
    private final Outbox outbox;
    private final InstantSource time;

    AlertService(
            AlertRepository alerts,
            RestingEpisodes resting,
            CatalogueService catalogue,
            ChronicleService chronicle,
            Outbox outbox,
            InstantSource time) {
        this.alerts = alerts;
        this.resting = resting;
        this.catalogue = catalogue;
        this.chronicle = chronicle;
        this.outbox = outbox;
        this.time = time;
    }

    /// Locks what is remembered of these rules for the rest of the transaction.
    @Transactional(TxType.MANDATORY)
    public void lock(List<Rule> rules) {
        if (!rules.isEmpty()) {
            List<String> ids = rules.stream().map(it -> it.id().value()).sorted().toList();
            alerts.lockInstances(ids);
            alerts.lockOpen(ids);
        }
    }

    /// Locks the closed episodes that rest on what may be restated in this transaction.
    ///
    /// @param rows of the observations that it has something about
    @Transactional(TxType.MANDATORY)
    public void lockClosed(Collection<String> rows) {
        if (!rows.isEmpty()) {
            alerts.lockClosed(rows, resting);
        }
    }

    /// Forgets what was remembered of a rule of this id that was deleted: a new one begins anew.
    @Transactional(TxType.MANDATORY)
    public void forget(Rule rule) {
        alerts.forget(rule.id().value());
    }

    /// What the rules of one event read, within the transaction that holds the locks.
    public WorkingHoldings holdings(WorkingLedger working) {
        return new WorkingHoldings(catalogue.current(), working, chronicle::told, time.instant());
    }

    /// Evaluates a rule, one of those that were locked, after a statement has moved what stands.
    public void evaluate(Rule rule, WorkingHoldings held, Statement statement, Decision decision) {
        Instant at = statement.recordedAt();
        Measured measured = rule.condition().measure(rule, held);
        boolean incomparable = SpecVersions.isAnother(rule, measured, held, statement);
        Reading reading =
                Readings.of(
                        rule,
                        measured,
                        at,
                        incomparable,
                        incomparable ? null : Readings.correction(rule, held, statement, decision));
        List<AlertEpisodeEntity> closed =
                decision.restates() ? closed(rule, held, statement) : List.of();
        AlertInstanceEntity row = held.instance(rule, this::instance);
        move(rule, row, new Evaluation(at, at, RELEASE, reading), Readings.subject(measured));
        watch(rule, row, held, measured);
        markCorrected(rule, held, statement, closed, at);
    }

    /// Notes that a statement restates what closed episodes rest on, and evaluates nothing: more of
    /// the same import is to come.
    @Transactional(TxType.MANDATORY)
    public void restated(Rule rule, WorkingHoldings held, Statement statement) {
        markCorrected(rule, held, statement, closed(rule, held, statement), statement.recordedAt());
    }

    /// Evaluates a rule after a whole import has moved what stands.
    @Transactional(TxType.MANDATORY)
    public void evaluateImport(Rule rule, WorkingHoldings held) {
        evaluateNow(rule, held, held.ledgerTime(), IMPORT);
    }

    /// Evaluates a rule after the chronicle was told something.
    ///
    /// @param at when the chronicle knew
    @Transactional(TxType.MANDATORY)
    public void evaluateEntry(Rule rule, WorkingHoldings held, Instant at) {
        evaluateNow(rule, held, at, CHRONICLE);
    }

    /// Evaluates a rule that was just made or changed by what stands already; where an import is on
    /// its way, that does it at its end.
    @Transactional(TxType.MANDATORY)
    public void evaluateStanding(Rule rule, WorkingHoldings held, String by) {
        if (held.isImporting(rule)) {
            return;
        }
        Instant at = held.ledgerTime();
        Measured measured = rule.condition().measure(rule, held);
        AlertInstanceEntity row = instance(rule);
        if (measured instanceof Measured.Value value) {
            Instant newest = rule.condition().kind().readsClock() ? at : value.recordedAt();
            Reading reading = Readings.of(rule, measured, newest);
            move(rule, row, new Evaluation(at, at, by, reading), value.subject());
        }
        watch(rule, row, held, measured);
    }

    /// Evaluates a rule whose value time alone has changed, if it has; not on half an import.
    @Transactional(TxType.MANDATORY)
    public void clockDue(Rule rule, WorkingHoldings held) {
        Instant due = alerts.instance(rule.id().value()).map(it -> it.wakeAt).orElse(null);
        if (due != null && !due.isAfter(held.now()) && !held.isImporting(rule)) {
            evaluateNow(rule, held, held.ledgerTime(), CLOCK);
        }
    }

    /// The moment counts as the newest that was read: time is what moved the value, or an entry.
    private void evaluateNow(Rule rule, WorkingHoldings held, Instant at, String evaluator) {
        Measured measured = rule.condition().measure(rule, held);
        Reading reading = Readings.of(rule, measured, at);
        AlertInstanceEntity row = instance(rule);
        move(rule, row, new Evaluation(at, at, evaluator, reading), Readings.subject(measured));
        watch(rule, row, held, measured);
    }

    /// Carries an edit over to the rule's alert.
    @Transactional(TxType.MANDATORY)
    public void ruleChanged(Rule before, Rule after, Instant at, String by) {
        move(before, instance(before), new AlertInput.RuleChanged(at, after, by), null);
    }

    /// Ends the alert of a rule that is deleted.
    @Transactional(TxType.MANDATORY)
    public void ruleDeleted(Rule rule, Instant at, String by) {
        AlertInstanceEntity row = instance(rule);
        move(rule, row, new AlertInput.RuleDeleted(at, by), null);
        row.deadline = null;
        row.staleAt = null;
        row.wakeAt = null;
    }

    /// Does what a deadline completes.
    @Transactional(TxType.MANDATORY)
    public void timerDue(Rule rule, Instant at) {
        move(rule, instance(rule), new AlertInput.TimerDue(at), null);
    }

    /// Tells the rule's alert that its indicator has been silent for too long, if it has.
    ///
    /// @param now by the service's clock
    @Transactional(TxType.MANDATORY)
    public void silenceDue(Rule rule, WorkingHoldings held, Instant now) {
        AlertInstanceEntity row = instance(rule);
        Optional<Instant> due = watchForSilence(rule, row, held);
        if (due.filter(it -> !it.isAfter(now)).isEmpty() || held.isImporting(rule)) {
            return;
        }
        Instant at = held.ledgerTime();
        Reading stale = new Reading.Unusable(Health.STALE);
        move(rule, row, new Evaluation(at, at, SILENCE, stale), null);
        row.staleAt = null;
    }

    /// Rules whose indicator may have been silent for too long by then.
    @Transactional
    public List<String> silent(Instant at) {
        return alerts.stale(at).stream().map(it -> it.rule).toList();
    }

    /// Rules whose value time alone will have changed by then.
    @Transactional
    public List<String> awake(Instant at) {
        return alerts.awake(at).stream().map(it -> it.rule).toList();
    }

    /// Rules whose machine wants to be woken by then, with the indicator of each.
    @Transactional
    public SortedMap<String, IndicatorId> due(Instant at) {
        SortedMap<String, IndicatorId> due = new TreeMap<>();
        alerts.due(at).forEach(it -> due.put(it.rule, new IndicatorId(it.indicator)));
        return due;
    }

    /// Episodes, newest first; a null narrows nothing.
    @Transactional
    public List<AlertPayload> list(
            @Nullable String condition, @Nullable Boolean open, @Nullable String rule, int limit) {
        return alerts.list(condition, open, rule, limit).stream().map(it -> it.payload).toList();
    }

    /// An episode.
    @Transactional
    public Optional<AlertPayload> find(String id) {
        return alerts.findByIdOptional(id).map(it -> it.payload);
    }

    /// Notes that somebody has seen it. Changes only who is told, never the condition.
    @Transactional
    public AlertPayload acknowledge(String id, String by, Instant at, @Nullable String note) {
        AlertEpisodeEntity row = alerts.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw ProblemException.notFound("no alert has the id '%s'".formatted(id));
        }
        AlertPayload payload =
                AlertPayloads.acknowledged(row.payload, new AcknowledgementPayload(by, at, note));
        row.version = payload.version();
        row.payload = payload;
        outbox.add(Topics.ALERTS, id, AlertJson.write(payload));
        return payload;
    }

    /// What is remembered of a rule; of one that was never evaluated a new row.
    private AlertInstanceEntity instance(Rule rule) {
        return alerts.instance(rule.id().value())
                .orElseGet(() -> {
                    AlertInstanceEntity row = new AlertInstanceEntity();
                    row.rule = rule.id().value();
                    row.indicator = rule.indicator();
                    row.state = AlertInstance.of(rule);
                    alerts.persist(row);
                    return row;
                });
    }

    /// @param subject whose value it is; null where that is not known, or nobody's
    private void move(
            Rule rule, AlertInstanceEntity row, AlertInput input, @Nullable String subject) {
        AlertInstance before = row.state;
        Step step = AlertMachine.next(rule, before, input);
        row.indicator = rule.indicator();
        row.state = step.instance();
        row.deadline = step.deadline().orElse(null);
        for (Episode episode : step.episodes()) {
            boolean current =
                    step.instance().episode().map(Episode::id).equals(Optional.of(episode.id()));
            AlertCondition condition =
                    current ? step.instance().state().condition() : AlertCondition.NORMAL;
            List<Transition> steps =
                    step.transitions().stream()
                            .filter(it -> it.episode().equals(episode.id()))
                            .toList();
            write(rule, episode, condition, step.health(), subject, steps, opened(before, episode));
        }
        if (step.episodes().isEmpty() && before.health() != step.health()) {
            tellHealth(rule, step.instance());
        }
    }

    /// An open episode says whether its value can still be read, also where nothing else moves.
    private void tellHealth(Rule rule, AlertInstance instance) {
        instance.episode()
                .ifPresent(episode ->
                        write(
                                rule,
                                episode,
                                instance.state().condition(),
                                instance.health(),
                                null,
                                List.of(),
                                false));
    }

    /// Whether an episode began with this step; ids never repeat.
    private static boolean opened(AlertInstance before, Episode episode) {
        return !before.episode().map(Episode::id).equals(Optional.of(episode.id()));
    }

    /// Notes when time alone will change what the rule reads, or make it stale.
    private void watch(
            Rule rule, AlertInstanceEntity row, WorkingHoldings held, Measured measured) {
        watchForSilence(rule, row, held);
        row.wakeAt = measured instanceof Measured.Value it ? it.changesAt() : null;
    }

    /// Notes from when on the indicator will have been silent for too long. What reads the clock or
    /// the chronicle is never stale.
    private Optional<Instant> watchForSilence(
            Rule rule, AlertInstanceEntity row, WorkingHoldings held) {
        ConditionKind kind = rule.condition().kind();
        Optional<Instant> due =
                kind.readsClock() || kind.readsChronicle()
                        ? Optional.empty()
                        : Staleness.dueAt(held.standing(rule.watched()));
        row.staleAt = due.orElse(null);
        return due;
    }

    private void write(
            Rule rule,
            Episode episode,
            AlertCondition condition,
            Health health,
            @Nullable String subject,
            List<Transition> steps,
            boolean fresh) {
        AlertEpisodeEntity row = fresh ? new AlertEpisodeEntity() : alerts.findById(episode.id());
        if (fresh) {
            row.id = episode.id();
            row.rule = rule.id().value();
            row.indicator = rule.indicator();
        }
        AlertPayload payload =
                AlertPayloads.of(
                        rule,
                        rule.condition().unit(indicator(rule).unit().symbol()),
                        episode,
                        condition,
                        health,
                        subject,
                        steps,
                        fresh ? null : row.payload);
        row.condition = condition.name();
        row.open = episode.isOpen();
        row.activeAt = episode.activeAt();
        row.version = payload.version();
        row.episode = episode;
        row.payload = payload;
        if (fresh) {
            alerts.persist(row);
        }
        restOn(payload);
        for (Transition transition : steps) {
            AlertTransitionEntity audit = new AlertTransitionEntity();
            audit.episode = episode.id();
            audit.at = transition.at();
            audit.transition = AlertJson.write(transition);
            alerts.append(audit);
            LOG.infof(
                    "Alert moved rule=%s alert=%s from=%s to=%s reason=%s",
                    rule.id(),
                    episode.id(),
                    transition.from(),
                    transition.to(),
                    transition.reason());
        }
        outbox.add(Topics.ALERTS, episode.id(), AlertJson.write(payload));
    }

    private void restOn(AlertPayload episode) {
        Set<String> rows = evidence(episode);
        if (!rows.isEmpty()) {
            rows.forEach(it -> resting.add(it, episode.id()));
            alerts.restOn(rows, episode.id());
        }
    }

    /// The closed episodes of a rule that rest on what was said of an observation.
    private List<AlertEpisodeEntity> closed(Rule rule, WorkingHoldings held, Statement statement) {
        Set<String> rows =
                held.history(statement.key()).statements().stream()
                        .map(Statement::id)
                        .collect(Collectors.toSet());
        return resting.on(rows).stream()
                .map(alerts::findById)
                .filter(it -> !it.open && it.rule.equals(rule.id().value()))
                .filter(it -> it.episode.firedAt() != null)
                .filter(it -> !Collections.disjoint(evidence(it.payload), rows))
                .sorted(
                        Comparator.comparing((AlertEpisodeEntity it) -> it.activeAt)
                                .thenComparing(it -> it.id))
                .toList();
    }

    /// A closed episode whose evidence was restated says so.
    private void markCorrected(
            Rule rule,
            WorkingHoldings held,
            Statement statement,
            List<AlertEpisodeEntity> closed,
            Instant at) {
        if (closed.isEmpty() || held.isHeld(statement.key())) {
            return; // what is held restates nothing before it is confirmed
        }
        for (AlertEpisodeEntity row : closed) {
            Double value =
                    rule.condition().kind() == ConditionKind.FRONTIER
                                    && statement.content() instanceof Reported(Observation it)
                                    && it.disputed() == null
                            ? it.estimate().value()
                            : null;
            AlertMachine.Correction correction =
                    AlertMachine.correct(
                            row.episode,
                            Health.OK,
                            at,
                            new Evidence(value, List.of(statement.id()), at),
                            RELEASE);
            write(
                    rule,
                    correction.episode(),
                    AlertCondition.NORMAL,
                    Health.OK,
                    null,
                    List.of(correction.transition()),
                    false);
        }
    }

    /// The rows that made an episode fire, rise or end.
    private static Set<String> evidence(AlertPayload episode) {
        return Stream.concat(
                        episode.observations().stream(),
                        episode.transitions().stream().flatMap(it -> it.observations().stream()))
                .collect(Collectors.toSet());
    }

    private Indicator indicator(Rule rule) {
        return catalogue.current().find(rule.indicator()).orElseThrow();
    }
}
