package rubicon.model.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.EntryHistory;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.chronicle.EntryStatement;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.ObservationKey;
import rubicon.model.testing.Samples;
import rubicon.model.wire.ChroniclePayload;

/// Holdings made of statements, in memory.
final class Held implements Holdings {
    private final Map<IndicatorId, Indicator> indicators = new HashMap<>();
    private final Map<ObservationKey, History> histories = new LinkedHashMap<>();
    private final Map<String, EntryHistory<ChroniclePayload>> entries = new LinkedHashMap<>();
    private Instant now = Samples.NOW;
    private int askedForHistories;

    Held with(Indicator indicator) {
        indicators.put(indicator.id(), indicator);
        return this;
    }

    Held with(Statement statement) {
        histories.merge(
                statement.key(),
                History.of(List.of(statement)),
                (before, _) -> before.with(statement));
        return this;
    }

    Held told(String recordedAt, ChroniclePayload content) {
        var at = Instant.parse(recordedAt);
        var statement = new EntryStatement<>(new EventKey("test", recordedAt), at, at, content);
        entries.merge(
                content.entryKind() + "/" + content.source() + "/" + content.id(),
                EntryHistory.of(List.of(statement)),
                (before, _) -> before.with(statement));
        return this;
    }

    Held at(String moment) {
        now = Instant.parse(moment);
        return this;
    }

    @Override
    public Indicator indicator(IndicatorId id) {
        return Objects.requireNonNull(indicators.get(id));
    }

    /// How often the histories of an indicator were asked for.
    int askedForHistories() {
        return askedForHistories;
    }

    @Override
    public Collection<History> histories(IndicatorId id) {
        askedForHistories++;
        return of(id);
    }

    private List<History> of(IndicatorId id) {
        var found = new ArrayList<History>();
        histories.forEach((key, history) -> {
            if (key.indicator().equals(id)) {
                found.add(history);
            }
        });
        return found;
    }

    @Override
    public Standing standing(IndicatorId id) {
        return Standing.of(indicator(id), of(id));
    }

    @Override
    public Collection<EntryHistory<ChroniclePayload>> entries(EntryKind kind) {
        return entries.values().stream()
                .filter(it -> it.statements().getFirst().content().entryKind() == kind)
                .toList();
    }

    @Override
    public Instant now() {
        return now;
    }
}
