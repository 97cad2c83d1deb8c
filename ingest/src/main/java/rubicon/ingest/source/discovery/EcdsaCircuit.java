package rubicon.ingest.source.discovery;

import java.math.BigDecimal;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;
import rubicon.model.analysis.RecordEntries;

/// Entries of the circuit challenge, each known by its time. Whether the entrant's own note names
/// an AI tool is all that is known of who did it.
final class EcdsaCircuit {
    static final String FILE = "algorithms-ecdsa-circuit/ecdsa-circuit-records.csv";

    private static final String DATE = "date";
    private static final String TIME = "datetime_utc";
    private static final String SCORE = "score";
    private static final String GATES = "toffoli";
    private static final String QUBITS = "qubits";
    private static final String TOOL = "ai_tool_in_note";

    private EcdsaCircuit() {}

    static void read(Ledger ledger) throws DriftException {
        Table table = Csv.read(ledger.file()).needs(DATE, TIME, SCORE, GATES, QUBITS, TOOL);
        for (TableRow row : table.rows()) {
            String key = row.text(TIME);
            ledger.mapping().row(key, "circuit." + row.number(), () -> add(ledger, row));
        }
    }

    private static void add(Ledger ledger, TableRow row) throws RowFault {
        double score = row.neededNumber(SCORE);
        BigDecimal product =
                BigDecimal.valueOf(row.neededNumber(GATES))
                        .multiply(BigDecimal.valueOf(row.neededNumber(QUBITS)));
        if (product.compareTo(BigDecimal.valueOf(score)) != 0) {
            throw new RowFault(
                    SCORE,
                    "%s is not the gates times the qubits, %s"
                            .formatted(row.text(SCORE), product.toPlainString()));
        }
        String tool = row.text(TOOL);
        String actor =
                switch (tool) {
                    case "yes" -> "CENTAUR";
                    case "no", "" -> "HUMAN";
                    default ->
                            throw new RowFault(
                                    TOOL,
                                    "'%s' is none known here".formatted(Cells.shortened(tool)));
                };
        Report report =
                LedgerDate.needed(row)
                        .on(ledger.report("ecdsa-circuit-score", row.needed(TIME)))
                        .actor(actor)
                        .value(score, SCORE)
                        .tag("aiToolInNote", tool.isEmpty() ? "not said" : tool)
                        .note(
                                "%s Toffoli gates, %s qubits"
                                        .formatted(row.text(GATES), row.text(QUBITS)));
        // Who says nothing of tools may have used one, as most do.
        ledger.mapping()
                .add(tool.isEmpty() ? report.tag(RecordEntries.OTHER_ACTOR, "CENTAUR") : report);
    }
}
