package rubicon.ingest.source.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;

/// Tables whose cells are separated by commas (with quotes, RFC 4180) or by tabs (without). Rows
/// may be shorter or longer than the header; blank lines are passed over.
public final class Csv {
    private static final int LONGEST_CELL = 1_000_000;
    private static final int MOST_COLUMNS = 2_000;

    private static final CsvMapper MAPPER =
            CsvMapper.builder(
                            CsvFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(LONGEST_CELL)
                                                    .build())
                                    .build())
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.SKIP_EMPTY_LINES)
                    .build();

    private Csv() {}

    /// The table of a file of comma-separated values.
    ///
    /// @throws DriftException if it is none
    public static Table read(Fetched file) throws DriftException {
        return read(file, CsvSchema.emptySchema());
    }

    /// The table of a file of comma-separated values in which lines that begin with `#` are
    /// remarks.
    public static Table readWithRemarks(Fetched file) throws DriftException {
        return read(file, CsvSchema.emptySchema().withComments());
    }

    /// The table of a file of tab-separated values.
    public static Table readTabs(Fetched file) throws DriftException {
        return read(file, CsvSchema.emptySchema().withColumnSeparator('\t').withoutQuoteChar());
    }

    /// Takes a line of a table.
    @FunctionalInterface
    public interface LineWork {
        void take(List<String> cells) throws DriftException;
    }

    /// Reads comma-separated values line by line, the header first, and holds no more than one.
    ///
    /// @throws DriftException if they are none
    public static void lines(Reader text, LineWork work) throws DriftException, IOException {
        lines(text, CsvSchema.emptySchema(), work);
    }

    private static void lines(Reader text, CsvSchema schema, LineWork work)
            throws DriftException, IOException {
        ObjectReader reader = MAPPER.readerFor(String[].class).with(schema);
        long number = 1;
        try (MappingIterator<String[]> read = reader.readValues(text)) {
            while (read.hasNextValue()) {
                String[] line = read.nextValue();
                if (line.length > MOST_COLUMNS) {
                    throw new DriftException(
                            "line %d has more than %d cells".formatted(number, MOST_COLUMNS));
                }
                if (Arrays.stream(line).anyMatch(it -> it != null && !it.isBlank())) {
                    work.take(Arrays.stream(line).map(it -> it == null ? "" : it).toList());
                    number++;
                }
            }
        } catch (JacksonException e) {
            String first = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new DriftException("line %d cannot be read: %s".formatted(number, first));
        }
    }

    private static Table read(Fetched file, CsvSchema schema) throws DriftException {
        List<List<String>> lines = new ArrayList<>();
        try {
            lines(new StringReader(file.text()), schema, lines::add);
        } catch (IOException e) {
            throw new DriftException("the table cannot be read: " + e.getMessage());
        }
        if (lines.isEmpty()) {
            throw new DriftException("the table has no header");
        }
        List<String> columns = Table.named(lines.getFirst());
        file.use().met(columns);
        List<TableRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(new TableRow(i, Table.cells(columns, lines.get(i)), file.use()));
        }
        return new Table("", columns, rows);
    }
}
