package rubicon.ingest.indicator;

import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.CsvTable;
import rubicon.model.wire.LedgerRowPayload;

/// Rows of a ledger as CSV, one value a line.
final class LedgerCsv {
    private static final CsvTable TABLE =
            new CsvTable(
                    "indicator",
                    "entity",
                    "entity_version",
                    "valid_from",
                    "value",
                    "lower",
                    "upper",
                    "level",
                    "unit",
                    "n",
                    "source_id",
                    "result_id",
                    "recorded_at",
                    "status");

    private LedgerCsv() {}

    /// Writes the header and the rows.
    static void write(Iterable<LedgerRowPayload> rows, OutputStream out) throws IOException {
        try (SequenceWriter lines = TABLE.writeTo(out)) {
            for (LedgerRowPayload row : rows) {
                lines.write(line(row));
            }
        }
    }

    private static List<@Nullable Object> line(LedgerRowPayload it) {
        String model = it.subject().model();
        return Arrays.asList(
                CsvTable.text(it.indicator()),
                CsvTable.text(model == null ? it.subject().actor() : model),
                CsvTable.text(it.subject().scaffold()),
                it.observedOn() == null ? null : it.observedOn().toString(),
                it.value(),
                it.low(),
                it.high(),
                it.level(),
                CsvTable.text(it.unit()),
                it.n(),
                CsvTable.text(it.source()),
                it.id(),
                it.recordedAt().toString(),
                it.status());
    }
}
