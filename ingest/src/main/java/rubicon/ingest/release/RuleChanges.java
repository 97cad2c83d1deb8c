package rubicon.ingest.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import rubicon.ingest.alert.AlertService;
import rubicon.ingest.chronicle.ChronicleService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.ledger.WorkingLedger;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.rule.RuleService;
import rubicon.ingest.rule.RuleService.Saved;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.rule.Rule;
import rubicon.model.rule.RuleEdit;
import rubicon.model.wire.RulePayload;

/// Makes, edits and deletes rules together with what that does to their alerts, and lets deadlines
/// do what they complete.
@ApplicationScoped
public class RuleChanges {
    private final RuleService rules;
    private final AlertService alerts;
    private final LedgerService ledger;
    private final ChronicleService chronicle;

    RuleChanges(
            RuleService rules,
            AlertService alerts,
            LedgerService ledger,
            ChronicleService chronicle) {
        this.rules = rules;
        this.alerts = alerts;
        this.ledger = ledger;
        this.chronicle = chronicle;
    }

    /// Makes a rule. What it finds breached already is history, not news.
    @Transactional
    public Saved create(RulePayload payload, String by) {
        Rule draft = rules.check(payload, 1, Instant.EPOCH).rule();
        rules.lock(draft.id().value());
        WorkingLedger working = open(List.of(draft));
        if (rules.find(draft.id().value()).isPresent()) {
            throw ProblemException.conflict("a rule is called '%s' already".formatted(draft.id()));
        }
        Saved saved = rules.save(payload, by, working.now());
        alerts.forget(saved.rule());
        alerts.lock(List.of(saved.rule()));
        evaluate(saved.rule(), working, by);
        return saved;
    }

    /// Keeps a rule as its maker gives it: makes it where there never was one of its id, and edits
    /// it where the maker's last version says something else. Who edits or deletes a rule takes it
    /// over, and the maker leaves it alone.
    ///
    /// @return the version that this made; empty for none
    @Transactional
    public Optional<Saved> keep(RulePayload payload, String maker) {
        String id = String.valueOf(payload.id());
        rules.lock(id);
        if (rules.version(id, 1).isEmpty()) {
            return Optional.of(create(payload, maker));
        }
        return rules.writtenBy(id, maker)
                .map(Saved::rule)
                .filter(it -> {
                    Rule now = rules.check(payload, it.version(), it.createdAt()).rule();
                    return RuleEdit.between(it, now) != RuleEdit.NONE;
                })
                .map(_ -> edit(id, payload, maker));
    }

    /// Edits a rule. An edit of what it asks ends its open episode; an edit of its words does not.
    @Transactional
    public Saved edit(String id, RulePayload payload, String by) {
        rules.lock(id);
        Rule before = find(id).rule();
        if (payload.id() != null && !payload.id().equals(id)) {
            throw ProblemException.refused("id", "a rule keeps its id '%s'".formatted(id));
        }
        RulePayload named = named(payload, id);
        Rule draft = rules.check(named, before.version() + 1, Instant.EPOCH).rule();
        WorkingLedger working = open(List.of(before, draft));
        alerts.lock(List.of(before));
        Saved saved = rules.save(named, by, working.now());
        alerts.ruleChanged(before, saved.rule(), working.now(), by);
        evaluate(saved.rule(), working, by);
        return saved;
    }

    /// Deletes a rule and ends its open episode.
    @Transactional
    public void delete(String id, String by) {
        rules.lock(id);
        Saved saved = find(id);
        WorkingLedger working = open(List.of(saved.rule()));
        alerts.lock(List.of(saved.rule()));
        alerts.ruleDeleted(saved.rule(), working.now(), by);
        rules.delete(saved, by, working.now());
    }

    /// Completes what a rule's alert was waiting for, if its time has come.
    @Transactional
    public void timerDue(String id) {
        rules.lock(id);
        Optional<Saved> saved = rules.find(id);
        if (saved.isEmpty()) {
            return;
        }
        WorkingLedger working = open(List.of(saved.get().rule()));
        alerts.lock(List.of(saved.get().rule()));
        alerts.timerDue(saved.get().rule(), working.now());
    }

    /// Tells a rule's alert that its indicator has been silent for too long, if it has.
    ///
    /// @param now by the service's clock
    @Transactional
    public void silenceDue(String id, Instant now) {
        rules.lock(id);
        rules.find(id)
                .map(Saved::rule)
                .ifPresent(rule -> {
                    WorkingLedger working = open(List.of(rule));
                    alerts.lock(List.of(rule));
                    alerts.silenceDue(rule, alerts.holdings(working), now);
                });
    }

    /// Evaluates a rule whose value time alone has changed, if it has.
    @Transactional
    public void clockDue(String id) {
        rules.lock(id);
        rules.find(id)
                .map(Saved::rule)
                .ifPresent(rule -> {
                    WorkingLedger working = open(List.of(rule));
                    alerts.lock(List.of(rule));
                    alerts.clockDue(rule, alerts.holdings(working));
                });
    }

    private void evaluate(Rule rule, WorkingLedger working, String by) {
        if (rule.enabled()) {
            alerts.evaluateStanding(rule, alerts.holdings(working), by);
        }
    }

    private WorkingLedger open(List<Rule> touched) {
        SortedSet<IndicatorId> indicators = new TreeSet<>();
        touched.forEach(it -> {
            indicators.add(it.watched());
            it.condition().other().ifPresent(other -> indicators.add(other));
        });
        WorkingLedger working = ledger.open(indicators, Map.of());
        if (touched.stream().anyMatch(it -> it.condition().kind().readsChronicle())) {
            chronicle.lock();
        }
        return working;
    }

    private Saved find(String id) {
        return rules.find(id)
                .orElseThrow(
                        () -> ProblemException.notFound("no rule is called '%s'".formatted(id)));
    }

    private static RulePayload named(RulePayload it, String id) {
        return new RulePayload(
                id,
                it.title(),
                it.why(),
                it.indicator(),
                it.condition(),
                it.severities(),
                it.noData(),
                it.labels(),
                it.enabled(),
                null,
                null);
    }
}
