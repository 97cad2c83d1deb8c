package rubicon.simulator.scenario.speedrunledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import rubicon.model.observation.Actor;
import rubicon.model.recordledger.Entry;
import rubicon.simulator.scenario.Columns;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Column;
import rubicon.simulator.scenario.Domain.Scale;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Parameters;
import rubicon.simulator.scenario.Row;

/// The ledger that the model takes.
final class LedgerTable {
    static final Domain.Day DAYS =
            new Domain.Day(LocalDate.of(1950, 1, 1), LocalDate.of(2100, 12, 31));
    static final Domain.Real VALUES = new Domain.Real(1e-9, 1e12, Scale.LOG);

    private static final Column NAME = Columns.NAME;
    private static final Column DATE = new Column("date", "t", "date", "When.", DAYS);
    private static final Column VALUE =
            new Column("value", "v", "1", "The record, in the ledger's unit.", VALUES);
    private static final Column ACTOR =
            new Column("actor", "–", "1", "Who is credited: a judgement.", names(Actor.values()));
    private static final Column KIND =
            new Column(
                    "kind",
                    "–",
                    "1",
                    "A re-timing is a new baseline (rules, hardware, libraries) and no progress.",
                    names(Entry.Kind.values()));
    private static final Column SCOPE =
            new Column(
                    "scope",
                    "–",
                    "1",
                    "Whether one idea or several edits under one number.",
                    names(Entry.Scope.values()));
    static final List<Column> COLUMNS = List.of(NAME, DATE, VALUE, ACTOR, KIND, SCOPE);

    static final Parameter RECORDS =
            Parameters.table(
                    "records",
                    "(t, v)",
                    "The ledger in its order.",
                    new Domain.Table(COLUMNS, 2, 1_000),
                    Speedrun.records(),
                    Origin.SOURCE,
                    "Keller Jordan and contributors, modded-nanogpt (MIT): 89 records from"
                            + " 2024-05-28 to 2026-07-17; credit as in Tom Cunningham's"
                            + " ai-discovery-data");

    private LedgerTable() {}

    /// A row as an entry of which lower is better.
    static Entry entry(Row row, boolean higherIsBetter) {
        double value = row.real(VALUE);
        return new Entry(
                row.text(NAME),
                row.day(DATE),
                higherIsBetter ? 1 / value : value,
                Actor.valueOf(row.text(ACTOR)),
                Entry.Kind.valueOf(row.text(KIND)),
                Entry.Scope.valueOf(row.text(SCOPE)));
    }

    private static Domain names(Enum<?>[] values) {
        return new Domain.Choice(Arrays.stream(values).map(Enum::name).toList());
    }
}
