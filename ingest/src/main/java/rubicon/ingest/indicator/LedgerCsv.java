package rubicon.ingest.indicator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.LedgerRowPayload;

/// Rows of a ledger as CSV (RFC 4180, UTF-8), one value a line. What is not known is empty. A text
/// that a spreadsheet would take for a formula gets an apostrophe before it; numbers never do.
final class LedgerCsv {
    static final String MEDIA_TYPE = "text/csv";

    private static final CsvSchema COLUMNS =
            CsvSchema.builder()
                    .addColumns(
                            List.of(
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
                                    "status"),
                            CsvSchema.ColumnType.STRING)
                    .setLineSeparator("\r\n")
                    .setUseHeader(true)
                    .build();
    private static final CsvMapper CSV =
            CsvMapper.csvBuilder()
                    .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .build();

    private LedgerCsv() {}

    /// Writes the header and the rows.
    static void write(List<LedgerRowPayload> rows, OutputStream out) throws IOException {
        try (SequenceWriter lines = CSV.writer(COLUMNS).writeValues(out)) {
            for (LedgerRowPayload row : rows) {
                lines.write(line(row));
            }
        }
    }

    private static List<@Nullable Object> line(LedgerRowPayload it) {
        String model = it.subject().model();
        return Arrays.asList(
                text(it.indicator()),
                text(model == null ? it.subject().actor() : model),
                text(it.subject().scaffold()),
                it.observedOn() == null ? null : it.observedOn().toString(),
                it.value(),
                it.low(),
                it.high(),
                it.level(),
                text(it.unit()),
                it.n(),
                text(it.source()),
                it.id(),
                it.recordedAt().toString(),
                it.status());
    }

    private static @Nullable String text(@Nullable String text) {
        return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
    }
}
