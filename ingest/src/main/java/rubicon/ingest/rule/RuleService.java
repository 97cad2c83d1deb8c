package rubicon.ingest.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.platform.Problem.FieldProblem;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.rule.ConditionKind;
import rubicon.model.rule.Rule;
import rubicon.model.rule.RuleCheck;
import rubicon.model.rule.RuleEdit;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.ConditionPayload;

/// Keeps every version of every rule.
@ApplicationScoped
public class RuleService {
    private final RuleRepository rules;
    private final CatalogueService catalogue;

    RuleService(RuleRepository rules, CatalogueService catalogue) {
        this.rules = rules;
        this.catalogue = catalogue;
    }

    /// A rule with what was written of it.
    public record Saved(Rule rule, RulePayload payload) {}

    /// All rules, by id.
    @Transactional
    public List<Saved> all() {
        return rules.current().stream().map(RuleService::saved).toList();
    }

    /// The rules that read the ledgers of these indicators, by id.
    @Transactional
    public List<Rule> of(Collection<IndicatorId> indicators) {
        return rules.currentOf(indicators.stream().map(IndicatorId::value).toList()).stream()
                .map(it -> saved(it).rule())
                .filter(it -> !it.condition().kind().readsChronicle())
                .toList();
    }

    /// These indicators, and those that rules read together with one of them.
    @Transactional
    public SortedSet<IndicatorId> readWith(Collection<IndicatorId> indicators) {
        if (indicators.isEmpty()) {
            return new TreeSet<>();
        }
        Stream<IndicatorId> named =
                rules.namedWith(indicators.stream().map(IndicatorId::value).toList()).stream()
                        .flatMap(Arrays::stream)
                        .filter(String.class::isInstance)
                        .map(it -> new IndicatorId((String) it));
        return Stream.concat(indicators.stream(), named)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The rules that read entries of this kind, by id.
    @Transactional
    public List<Rule> reading(EntryKind entries) {
        List<String> kinds =
                Arrays.stream(ConditionKind.values())
                        .filter(it -> it.reads(entries))
                        .map(ConditionKind::name)
                        .toList();
        return rules.currentOfKinds(kinds).stream().map(it -> saved(it).rule()).toList();
    }

    /// Lets nobody else change this rule until the transaction ends; to be asked for before any
    /// other lock.
    @Transactional(TxType.MANDATORY)
    public void lock(String id) {
        rules.lock(id);
    }

    /// A rule as it is now; empty if there is none or it was deleted.
    @Transactional
    public Optional<Saved> find(String id) {
        return rules.newest(id).filter(it -> !it.deleted).map(RuleService::saved);
    }

    /// A rule as it is now, if its newest version is by this author.
    @Transactional
    public Optional<Saved> writtenBy(String id, String author) {
        return rules.newest(id)
                .filter(it -> !it.deleted && it.createdBy.equals(author))
                .map(RuleService::saved);
    }

    /// A version of a rule, also of a deleted one.
    @Transactional
    public Optional<Rule> version(String id, int version) {
        return rules.version(id, version).map(it -> saved(it).rule());
    }

    /// Saves the next version of a rule.
    ///
    /// @throws ProblemException if it is not valid; each fault is named
    @Transactional
    public Saved save(RulePayload payload, String by, Instant at) {
        Saved saved = check(payload, nextVersion(payload.id()), at);
        return append(saved, false, by, at);
    }

    /// Deletes a rule; its versions stay.
    @Transactional
    public void delete(Saved saved, String by, Instant at) {
        Saved last = check(saved.payload(), nextVersion(saved.rule().id().value()), at);
        append(last, true, by, at);
    }

    /// A rule of what somebody wrote, without saving it.
    ///
    /// @throws ProblemException if it is not valid
    public Saved check(RulePayload payload, int version, Instant createdAt) {
        RulePayload stamped = stamped(payload, version, createdAt);
        Rule rule =
                switch (RuleCheck.of(stamped, version, createdAt)) {
                    case RuleCheck.Valid(Rule valid) -> valid;
                    case RuleCheck.Invalid(var violations) ->
                            throw ProblemException.refused(
                                    violations.stream()
                                            .map(it -> new FieldProblem(it.field(), it.message()))
                                            .toList());
                };
        if (catalogue.current().find(rule.indicator()).isEmpty()) {
            throw ProblemException.refused(
                    "indicator", "'%s' is not in the catalogue".formatted(rule.indicator()));
        }
        Optional<IndicatorId> other = rule.condition().other();
        if (other.isPresent() && catalogue.current().find(other.get()).isEmpty()) {
            throw ProblemException.refused(
                    "condition.other", "'%s' is not in the catalogue".formatted(other.get()));
        }
        return new Saved(rule, told(stamped, rule));
    }

    private int nextVersion(@Nullable String id) {
        return id == null ? 1 : rules.newest(id).map(it -> it.id.version() + 1).orElse(1);
    }

    private Saved append(Saved saved, boolean deleted, String by, Instant at) {
        Optional<Rule> before =
                rules.newest(saved.rule().id().value())
                        .filter(it -> !it.deleted)
                        .map(it -> saved(it).rule());
        RuleVersionEntity row = new RuleVersionEntity();
        row.id = new RuleVersionEntity.Id(saved.rule().id().value(), saved.rule().version());
        row.indicator = saved.rule().indicator();
        row.kind = saved.rule().condition().kind().name();
        row.other = saved.rule().condition().other().map(IndicatorId::value).orElse(null);
        row.spec = saved.payload();
        row.deleted = deleted;
        row.createdAt = at;
        row.askedSince =
                before.filter(it -> asksTheSame(it, saved.rule())).map(Rule::createdAt).orElse(at);
        row.createdBy = by;
        rules.persistAndFlush(row);
        return saved(row);
    }

    private static boolean asksTheSame(Rule before, Rule after) {
        return switch (RuleEdit.between(before, after)) {
            case NONE, TEXT, TIMERS -> true;
            case SEMANTIC, PAUSED, RESUMED -> false;
        };
    }

    private static Saved saved(RuleVersionEntity row) {
        return switch (RuleCheck.of(row.spec, row.id.version(), row.askedSince)) {
            case RuleCheck.Valid(Rule rule) -> new Saved(rule, told(row.spec, rule));
            case RuleCheck.Invalid(var violations) ->
                    throw new IllegalStateException(
                            "stored rule %s is not valid: %s".formatted(row.id, violations));
        };
    }

    private static RulePayload stamped(RulePayload it, int version, Instant createdAt) {
        return new RulePayload(
                it.id(),
                it.title(),
                it.why() == null ? "" : it.why(),
                it.indicator(),
                it.condition(),
                it.severities(),
                it.noData() == null ? "KEEP" : it.noData(),
                it.labels() == null ? Map.of() : it.labels(),
                it.enabled() == null || it.enabled(),
                version,
                createdAt);
    }

    /// A rule with the reading that it has, also where none is written.
    private static RulePayload told(RulePayload it, Rule rule) {
        ConditionPayload condition = Objects.requireNonNull(it.condition());
        SeriesReading reading = rule.condition().reading();
        return new RulePayload(
                it.id(),
                it.title(),
                it.why(),
                it.indicator(),
                condition.withReading(reading == null ? null : reading.name()),
                it.severities(),
                it.noData(),
                it.labels(),
                it.enabled(),
                it.version(),
                it.createdAt());
    }
}
