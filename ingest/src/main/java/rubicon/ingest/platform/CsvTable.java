package rubicon.ingest.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A form of CSV (RFC 4180, UTF-8). What is not known is empty. A text that a spreadsheet would
/// take for a formula gets an apostrophe before it; numbers never do.
public final class CsvTable {
    public static final String MEDIA_TYPE = "text/csv";

    /// The type of an answer.
    public static final String CONTENT_TYPE = MEDIA_TYPE + ";charset=UTF-8;header=present";

    private static final CsvMapper CSV =
            CsvMapper.csvBuilder()
                    .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .build();

    private final CsvSchema columns;

    /// A table of these columns.
    public CsvTable(String... columns) {
        this.columns =
                CsvSchema.builder()
                        .addColumns(List.of(columns), CsvSchema.ColumnType.STRING)
                        .setLineSeparator("\r\n")
                        .setUseHeader(true)
                        .build();
    }

    /// Writes the header, and then a line for each list of values.
    public SequenceWriter writeTo(OutputStream out) throws IOException {
        return CSV.writer(columns).writeValues(out);
    }

    /// A text as a value.
    public static @Nullable String text(@Nullable String text) {
        return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
    }

    /// A moment as a value.
    public static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
