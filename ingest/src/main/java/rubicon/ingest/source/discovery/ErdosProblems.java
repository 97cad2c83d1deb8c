package rubicon.ingest.source.discovery;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;

/// The database of Erdős problems: how many are solved, by whomever, at the last count of each
/// month. The history of the counts says so; a month that it does not have, or the whole where
/// there is no history, is counted from the list itself.
///
/// @see <a href="https://github.com/teorth/erdosproblems">Erdős problems database</a>
public final class ErdosProblems implements Connector {
    private static final String LICENCE = "Apache-2.0";
    private static final String EVIDENCE = "https://www.erdosproblems.com";

    @Override
    public String id() {
        return "erdos-problems";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Layout layout() {
        return new Layout.Named(
                List.of(
                        Layout.needed(ProblemList.FILE, Format.YAML),
                        Layout.optional(StatisticsHistory.FILE, Format.CSV)));
    }

    @Override
    public Mapped map(Delivery delivery) throws DriftException {
        Mapping mapping = new Mapping();
        SortedMap<YearMonth, Month> months = new TreeMap<>();
        ProblemList.count(delivery.needed(ProblemList.FILE), mapping)
                .ifPresent(it -> months.put(it.month(), it));
        var history = delivery.part(StatisticsHistory.FILE);
        if (history.isPresent()) {
            months.putAll(StatisticsHistory.months(history.get(), mapping));
        }
        for (Month month : months.values()) {
            mapping.add(report(delivery.needed(month.file()), month));
        }
        return mapping.mapped();
    }

    private Report report(Fetched file, Month month) {
        return Report.of(this, file, LICENCE, "erdos-solved", month.month().toString())
                .model("anyone")
                .actor("CENTAUR")
                .value((double) month.solved(), "count")
                .cases(month.listed())
                .observedOn(month.day())
                .evidence(EVIDENCE)
                .evaluator("OTHER")
                .note("of %d problems listed".formatted(month.listed()));
    }
}
