package rubicon.ingest.source.discovery;

import java.util.Set;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// Sizes of compressed text. Only the Hutter prize's own series; the other one has other rules. An
/// entry that waits for its award is no record yet.
final class HutterPrize {
    static final String FILE = "algorithms-enwik9/enwik9-records.csv";

    private static final String SERIES = "series";
    private static final String DATE = "date";
    private static final String PROGRAM = "program";
    private static final String SIZE = "total_bytes";
    private static final String AWARD = "award";
    private static final String PRIZE = "hutter_enwik9";
    private static final Set<String> COUNTED = Set.of("yes", "no");
    private static final String WAITING = "pending";

    private HutterPrize() {}

    static void read(Ledger ledger) throws DriftException {
        Table table = Csv.read(ledger.file()).needs(SERIES, DATE, PROGRAM, SIZE, AWARD);
        for (TableRow row : table.rows()) {
            if (row.text(SERIES).equals(PRIZE) && !row.text(AWARD).equals(WAITING)) {
                String key = PRIZE + " " + row.text(PROGRAM);
                ledger.mapping().row(key, "enwik9." + row.number(), () -> add(ledger, key, row));
            }
        }
    }

    private static void add(Ledger ledger, String key, TableRow row) throws RowFault {
        if (!COUNTED.contains(row.text(AWARD))) {
            throw new RowFault(
                    AWARD, "'%s' is none known here".formatted(Cells.shortened(row.text(AWARD))));
        }
        LedgerDate date = LedgerDate.needed(row);
        ledger.mapping()
                .add(
                        date.on(ledger.report("enwik9-hutter-bytes", key))
                                .model(row.needed(PROGRAM))
                                .actor("HUMAN")
                                .value(row.neededNumber(SIZE), "bytes")
                                .evidence("http://prize.hutter1.net")
                                .note(row.text("note")));
    }
}
