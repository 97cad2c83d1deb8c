package rubicon.ingest.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.WorkingLedger;
import rubicon.ingest.outbox.Outbox;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.alert.AlertCondition;
import rubicon.model.alert.AlertInput;
import rubicon.model.alert.AlertInstance;
import rubicon.model.alert.AlertMachine;
import rubicon.model.alert.Episode;
import rubicon.model.alert.Evidence;
import rubicon.model.alert.Health;
import rubicon.model.alert.Reading;
import rubicon.model.alert.Step;
import rubicon.model.alert.Transition;
import rubicon.model.analysis.Frontier;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.Staleness;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.rule.Rule;
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

    private final AlertRepository alerts;
    private final CatalogueService catalogue;
    private final Outbox outbox;

    AlertService(AlertRepository alerts, CatalogueService catalogue, Outbox outbox) {
        this.alerts = alerts;
        this.catalogue = catalogue;
        this.outbox = outbox;
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

    /// Forgets what was remembered of a rule of this id that was deleted: a new one begins anew.
    @Transactional(TxType.MANDATORY)
    public void forget(Rule rule) {
        alerts.forget(rule.id().value());
    }

    /// Evaluates a rule after a statement has moved what stands.
    @Transactional(TxType.MANDATORY)
    public void evaluate(Rule rule, WorkingLedger working, Statement statement, Decision decision) {
        Indicator indicator = indicator(rule);
        List<Result> results = results(indicator, working);
        Optional<Result> best = Frontier.best(results, indicator.direction());
        boolean counts = results.stream().anyMatch(it -> it.key().equals(statement.key()));
        Reading reading =
                best.<Reading>map(it ->
                                usable(
                                        rule,
                                        it,
                                        statement.recordedAt(),
                                        counts ? correction(statement, decision, it) : null))
                        .orElseGet(() -> new Reading.Unusable(Health.NO_DATA));
        Instant at = statement.recordedAt();
        boolean restates = decision == Decision.REVISED || decision == Decision.RETRACTED;
        List<AlertEpisodeEntity> closed =
                restates ? alerts.lockClosed(rule.id().value()) : List.of();
        move(rule, indicator, new AlertInput.Evaluation(at, at, RELEASE, reading), best);
        watchForSilence(rule, indicator, working);
        markCorrected(rule, indicator, working, statement, closed, at);
    }

    /// Evaluates a rule that was just made or changed by what stands already.
    @Transactional(TxType.MANDATORY)
    public void evaluateStanding(Rule rule, WorkingLedger working, String by) {
        Indicator indicator = indicator(rule);
        Optional<Result> best = best(indicator, working);
        Instant at = working.now();
        best.ifPresent(it ->
                move(
                        rule,
                        indicator,
                        new AlertInput.Evaluation(
                                at, at, by, usable(rule, it, it.recordedAt(), null)),
                        best));
        watchForSilence(rule, indicator, working);
    }

    /// Carries an edit over to the rule's alert.
    @Transactional(TxType.MANDATORY)
    public void ruleChanged(Rule before, Rule after, Instant at, String by) {
        move(
                before,
                indicator(before),
                new AlertInput.RuleChanged(at, after, by),
                Optional.empty());
    }

    /// Ends the alert of a rule that is deleted.
    @Transactional(TxType.MANDATORY)
    public void ruleDeleted(Rule rule, Instant at, String by) {
        move(rule, indicator(rule), new AlertInput.RuleDeleted(at, by), Optional.empty());
        alerts.instance(rule.id().value())
                .ifPresent(it -> {
                    it.deadline = null;
                    it.staleAt = null;
                });
    }

    /// Does what a deadline completes.
    @Transactional(TxType.MANDATORY)
    public void timerDue(Rule rule, Instant at) {
        move(rule, indicator(rule), new AlertInput.TimerDue(at), Optional.empty());
    }

    /// Tells the rule's alert that its indicator has been silent for too long, if it has.
    ///
    /// @param now by the service's clock
    @Transactional(TxType.MANDATORY)
    public void silenceDue(Rule rule, WorkingLedger working, Instant now) {
        Indicator indicator = indicator(rule);
        Optional<Instant> due = watchForSilence(rule, indicator, working);
        if (due.filter(it -> !it.isAfter(now)).isEmpty()) {
            return;
        }
        Instant at = working.now();
        Reading stale = new Reading.Unusable(Health.STALE);
        move(rule, indicator, new AlertInput.Evaluation(at, at, SILENCE, stale), Optional.empty());
        alerts.instance(rule.id().value()).ifPresent(it -> it.staleAt = null);
    }

    /// Rules whose indicator may have been silent for too long by then.
    @Transactional
    public List<String> silent(Instant at) {
        return alerts.stale(at).stream().map(it -> it.rule).toList();
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
        return alerts.list(condition, open, rule, limit).stream()
                .map(it -> AlertJson.payload(it.payload))
                .toList();
    }

    /// An episode.
    @Transactional
    public Optional<AlertPayload> find(String id) {
        return alerts.findByIdOptional(id).map(it -> AlertJson.payload(it.payload));
    }

    /// Notes that somebody has seen it. Changes only who is told, never the condition.
    @Transactional
    public AlertPayload acknowledge(String id, String by, Instant at, @Nullable String note) {
        AlertEpisodeEntity row = alerts.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw ProblemException.notFound("no alert has the id '%s'".formatted(id));
        }
        AlertPayload payload =
                AlertPayloads.acknowledged(
                        AlertJson.payload(row.payload), new AcknowledgementPayload(by, at, note));
        row.version = payload.version();
        row.payload = AlertJson.write(payload);
        outbox.add(Topics.ALERTS, id, row.payload);
        return payload;
    }

    private void move(Rule rule, Indicator indicator, AlertInput input, Optional<Result> best) {
        AlertInstanceEntity row = alerts.instance(rule.id().value()).orElse(null);
        AlertInstance before = row == null ? AlertInstance.of(rule) : AlertJson.instance(row.state);
        Step step = AlertMachine.next(rule, before, input);
        if (row == null) {
            row = new AlertInstanceEntity();
            row.rule = rule.id().value();
            row.indicator = rule.indicator();
            row.state = AlertJson.write(step.instance());
            row.deadline = step.deadline().orElse(null);
            alerts.persist(row);
        } else {
            row.indicator = rule.indicator();
            row.state = AlertJson.write(step.instance());
            row.deadline = step.deadline().orElse(null);
        }
        for (Episode episode : step.episodes()) {
            boolean current =
                    step.instance().episode().map(Episode::id).equals(Optional.of(episode.id()));
            AlertCondition condition =
                    current ? step.instance().state().condition() : AlertCondition.NORMAL;
            List<Transition> steps =
                    step.transitions().stream()
                            .filter(it -> it.episode().equals(episode.id()))
                            .toList();
            write(
                    rule,
                    indicator,
                    episode,
                    condition,
                    step.health(),
                    best,
                    steps,
                    opened(before, episode));
        }
        if (step.episodes().isEmpty() && before.health() != step.health()) {
            tellHealth(rule, indicator, step.instance());
        }
    }

    /// An open episode says whether its value can still be read, also where nothing else moves.
    private void tellHealth(Rule rule, Indicator indicator, AlertInstance instance) {
        instance.episode()
                .ifPresent(episode ->
                        write(
                                rule,
                                indicator,
                                episode,
                                instance.state().condition(),
                                instance.health(),
                                Optional.empty(),
                                List.of(),
                                false));
    }

    /// Whether an episode began with this step; ids never repeat.
    private static boolean opened(AlertInstance before, Episode episode) {
        return !before.episode().map(Episode::id).equals(Optional.of(episode.id()));
    }

    /// Notes from when on the indicator will have been silent for too long.
    private Optional<Instant> watchForSilence(
            Rule rule, Indicator indicator, WorkingLedger working) {
        Optional<Instant> due =
                Staleness.dueAt(indicator, working.ledger(indicator.id()).histories());
        alerts.instance(rule.id().value()).ifPresent(it -> it.staleAt = due.orElse(null));
        return due;
    }

    private void write(
            Rule rule,
            Indicator indicator,
            Episode episode,
            AlertCondition condition,
            Health health,
            Optional<Result> best,
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
                        indicator.unit().symbol(),
                        episode,
                        condition,
                        health,
                        best.map(it -> it.subject().displayName()).orElse(null),
                        steps,
                        fresh ? null : AlertJson.payload(row.payload));
        row.condition = condition.name();
        row.open = episode.isOpen();
        row.activeAt = episode.activeAt();
        row.version = payload.version();
        row.episode = AlertJson.write(episode);
        row.payload = AlertJson.write(payload);
        if (fresh) {
            alerts.persist(row);
        }
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
        outbox.add(Topics.ALERTS, episode.id(), row.payload);
    }

    /// A closed episode whose evidence was restated says so.
    private void markCorrected(
            Rule rule,
            Indicator indicator,
            WorkingLedger working,
            Statement statement,
            List<AlertEpisodeEntity> closed,
            Instant at) {
        Set<String> rows = new HashSet<>();
        working.ledger(indicator.id())
                .history(statement.key())
                .statements()
                .forEach(it -> rows.add(it.id()));
        for (AlertEpisodeEntity row : closed) {
            Episode episode = AlertJson.episode(row.episode);
            if (episode.firedAt() == null || !restsOn(AlertJson.payload(row.payload), rows)) {
                continue;
            }
            Double value =
                    statement.content() instanceof Reported(Observation it)
                            ? it.estimate().value()
                            : null;
            AlertMachine.Correction correction =
                    AlertMachine.correct(
                            episode,
                            Health.OK,
                            at,
                            new Evidence(value, List.of(statement.id()), at),
                            RELEASE);
            write(
                    rule,
                    indicator,
                    correction.episode(),
                    AlertCondition.NORMAL,
                    Health.OK,
                    Optional.empty(),
                    List.of(correction.transition()),
                    false);
        }
    }

    /// Whether one of these rows made an episode fire, rise or end.
    private static boolean restsOn(AlertPayload episode, Set<String> rows) {
        return Stream.concat(
                        episode.observations().stream(),
                        episode.transitions().stream().flatMap(it -> it.observations().stream()))
                .anyMatch(rows::contains);
    }

    private static Reading usable(
            Rule rule, Result best, Instant newest, Reading.@Nullable Correction correction) {
        return new Reading.Usable(
                best.value(),
                List.of(best.row()),
                newest,
                best.knownAt().isBefore(rule.createdAt()),
                correction);
    }

    /// What a restatement shows of the past: the date it speaks of, and its value. A late, older
    /// statement shows what was once so and is not any more.
    private static Reading.@Nullable Correction correction(
            Statement statement, Decision decision, Result best) {
        if (!(statement.content() instanceof Reported(Observation it))) {
            return null;
        }
        Instant validTime = it.observedOn().date().atStartOfDay(ZoneOffset.UTC).toInstant();
        return switch (decision) {
            case REVISED -> new Reading.Correction(validTime, it.estimate().value(), true);
            case LATE ->
                    new Reading.Correction(
                            validTime, it.estimate().value(), best.key().equals(it.key()));
            case NEW, UNCHANGED, RETRACTED -> null;
        };
    }

    private static Optional<Result> best(Indicator indicator, WorkingLedger working) {
        return Frontier.best(results(indicator, working), indicator.direction());
    }

    private static List<Result> results(Indicator indicator, WorkingLedger working) {
        return Result.standing(indicator, working.ledger(indicator.id()).histories());
    }

    private Indicator indicator(Rule rule) {
        return catalogue.current().find(rule.indicator()).orElseThrow();
    }
}
