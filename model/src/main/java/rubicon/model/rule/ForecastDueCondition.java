package rubicon.model.rule;

import java.time.ZoneOffset;
import java.util.List;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.ForecastEntryPayload;

/// How many days a forecast or goal is past the last day on which it can come true; less than 0
/// before. One that is resolved, or has no such day, has no value.
public record ForecastDueCondition(Comparison op, EntryRef entry) implements Condition {

    @Override
    public ConditionKind kind() {
        return ConditionKind.FORECAST_DUE;
    }

    @Override
    public boolean concerns(Rule rule, ChroniclePayload told) {
        return told.entryKind() == EntryKind.FORECAST && entry.isOf(told);
    }

    @Override
    public String unit(String indicator) {
        return "d";
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        var told = entry.find(EntryKind.FORECAST, held);
        if (told.isEmpty()) {
            return new Measured.Nothing("no forecast is called " + entry.id());
        }
        var standing = told.get().standing().orElseThrow().statement();
        if (!(standing.content() instanceof ForecastEntryPayload it) || it.due() == null) {
            return new Measured.Nothing("it names no day");
        }
        if (it.resolution() != null) {
            return new Measured.Nothing("it is resolved");
        }
        var due = it.due().atStartOfDay(ZoneOffset.UTC).toInstant();
        return Elapsed.days(rule, due, held.now(), List.of(), standing.recordedAt());
    }
}
