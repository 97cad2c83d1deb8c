package rubicon.ingest.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.ledger.WorkingLedger;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.chronicle.EntryHistory;
import rubicon.model.chronicle.EntryKey;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.chronicle.EntryStatement;
import rubicon.model.ledger.History;
import rubicon.model.observation.ObservationKey;
import rubicon.model.rule.Holdings;
import rubicon.model.rule.Rule;
import rubicon.model.rule.RuleId;
import rubicon.model.wire.ChroniclePayload;

/// What rules read after an event, within its transaction, and what is remembered of them there.
public final class WorkingHoldings implements Holdings {
    private final Catalogue catalogue;
    private final WorkingLedger working;
    private final Function<EntryKind, List<EntryHistory<ChroniclePayload>>> chronicle;
    private final Instant now;
    private final Map<EntryKind, List<EntryHistory<ChroniclePayload>>> entries =
            new EnumMap<>(EntryKind.class);
    private final Map<RuleId, AlertInstanceEntity> instances = new HashMap<>();

    WorkingHoldings(
            Catalogue catalogue,
            WorkingLedger working,
            Function<EntryKind, List<EntryHistory<ChroniclePayload>>> chronicle,
            Instant now) {
        this.catalogue = catalogue;
        this.working = working;
        this.chronicle = chronicle;
        this.now = now;
    }

    /// Whether anything that was told of an entry so far has a part in what a rule reads.
    public boolean concerns(Rule rule, EntryKey entry) {
        return entries(entry.kind()).stream()
                .flatMap(it -> it.statements().stream())
                .map(EntryStatement::content)
                .filter(it -> entry.id().equals(it.id()) && entry.source().equals(it.source()))
                .anyMatch(it -> rule.condition().concerns(rule, it));
    }

    /// Whether more of an import may be to come to what a rule reads of ledgers: it is evaluated
    /// when all is there.
    public boolean isImporting(Rule rule) {
        if (rule.condition().kind().readsChronicle()) {
            return false;
        }
        return working.isImporting(rule.watched())
                || rule.condition().other().filter(working::isImporting).isPresent()
                || cutsTrendOf(rule, indicator(rule.watched()).trend())
                        .filter(working::isImporting)
                        .isPresent();
    }

    /// The indicators whose ledgers a rule reads: its own, the one that it compares with, and if it
    /// reads a trend, the one that cuts it.
    ///
    /// @param trend of its own
    static Stream<IndicatorId> waitsFor(Rule rule, @Nullable TrendWindow trend) {
        return Stream.of(
                        Optional.of(rule.watched()),
                        rule.condition().other(),
                        cutsTrendOf(rule, trend))
                .flatMap(Optional::stream);
    }

    private static Optional<IndicatorId> cutsTrendOf(Rule rule, @Nullable TrendWindow trend) {
        return trend != null && rule.condition().kind().readsTrend()
                ? Optional.ofNullable(trend.cutBy())
                : Optional.empty();
    }

    /// What is remembered of a rule: rules are asked event by event, and it is looked up once.
    ///
    /// @param known finds it
    AlertInstanceEntity instance(Rule rule, Function<Rule, AlertInstanceEntity> known) {
        return instances.computeIfAbsent(rule.id(), _ -> known.apply(rule));
    }

    /// Ledger time within the transaction.
    Instant ledgerTime() {
        return working.now();
    }

    /// All that was stated about an observation; empty if nothing was.
    History history(ObservationKey key) {
        return working.history(key);
    }

    /// Whether what was said last of an observation cannot be, and is held.
    boolean isHeld(ObservationKey key) {
        return standing(key.indicator()).isHeld(key);
    }

    @Override
    public Indicator indicator(IndicatorId id) {
        return catalogue.find(id).orElseThrow();
    }

    @Override
    public Collection<History> histories(IndicatorId id) {
        return standing(id).judged(working.histories(id));
    }

    @Override
    public Standing standing(IndicatorId id) {
        return working.standing(indicator(id));
    }

    @Override
    public Collection<EntryHistory<ChroniclePayload>> entries(EntryKind kind) {
        return entries.computeIfAbsent(kind, chronicle);
    }

    @Override
    public Instant now() {
        return now;
    }
}
