package rubicon.ingest.source.plain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.ObservationRows;
import rubicon.ingest.source.RowReader;
import rubicon.ingest.source.Texts;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.model.ledger.Violation;

/// A table of comma-separated values whose columns are the fields of an observation, those of its
/// parts with a dot: `subject.model`, `tags.effort`. An empty cell says nothing.
public final class CsvObservations implements RowReader {
    private static final Set<String> NUMBERS = Set.of("value", "low", "high", "level", "n");
    private static final Set<String> PARTS = Set.of("subject", "tags", "provenance");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern NUMBER =
            Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?([eE][-+]?\\d{1,3})?");

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public void read(InputStream in, Consumer<Row> rows) throws DriftException, IOException {
        Lines lines = new Lines(new ObservationRows(rows));
        try {
            Csv.lines(Texts.reader(in), lines::take);
        } catch (CharacterCodingException e) {
            throw new DriftException("the payload is no text in UTF-8");
        }
        if (lines.columns == null) {
            throw new DriftException("the table has no header");
        }
    }

    private static final class Lines {
        private final ObservationRows rows;
        private @Nullable List<String> columns;
        private long number;

        Lines(ObservationRows rows) {
            this.rows = rows;
        }

        void take(List<String> cells) throws DriftException {
            if (columns == null) {
                columns = header(cells.stream().map(String::strip).toList());
                return;
            }
            number++;
            try {
                rows.read(number, row(columns, cells));
            } catch (RowFault e) {
                int key = columns.indexOf("externalId");
                rows.refuse(
                        number,
                        key >= 0 && key < cells.size() ? cells.get(key).strip() : "",
                        new Violation(e.field(), e.reason()));
            }
        }
    }

    private static List<String> header(List<String> columns) throws DriftException {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw new DriftException("the column '%s' is there twice".formatted(column));
            }
            if (PARTS.contains(column)) {
                throw new DriftException(
                        "the column '%s' has parts, each a column of its own, such as '%s.…'"
                                .formatted(column, column));
            }
        }
        Table table = new Table("", columns, List.of()).needs("indicator", "value", "observedOn");
        return (table.has("subject.actor") ? table : table.needs("subject.model")).columns();
    }

    private static ObjectNode row(List<String> columns, List<String> cells) throws RowFault {
        ObjectNode row = ObservationRows.row();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            if (i >= columns.size()) {
                throw new RowFault("", "has more cells than the header");
            }
            String column = columns.get(i);
            int dot = column.indexOf('.');
            if (NUMBERS.contains(column)) {
                putNumber(row, column, cell);
            } else if (dot < 0) {
                row.put(column, cell);
            } else {
                part(row, column.substring(0, dot)).put(column.substring(dot + 1), cell);
            }
        }
        return row;
    }

    private static ObjectNode part(ObjectNode row, String name) {
        return row.get(name) instanceof ObjectNode part ? part : row.putObject(name);
    }

    private static void putNumber(ObjectNode row, String column, String cell) throws RowFault {
        if (WHOLE.matcher(cell).matches()) {
            row.put(column, Long.parseLong(cell));
        } else if (NUMBER.matcher(cell).matches()) {
            row.put(column, Double.parseDouble(cell));
        } else {
            throw new RowFault(
                    column, "'%s' is no number such as 12.5".formatted(Cells.shortened(cell)));
        }
    }
}
