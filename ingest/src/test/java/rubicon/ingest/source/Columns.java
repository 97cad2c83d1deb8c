package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import rubicon.ingest.source.Layout.Format;

/// Adds columns to a file and takes columns away, whatever its format: of tables the columns, of
/// trees the fields of every object.
final class Columns {
    static final String UNKNOWN = "column_that_nobody_knows";

    private Columns() {}

    /// The names of the columns, or of all fields.
    static SortedSet<String> of(Format format, byte[] bytes) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        switch (format) {
            case CSV, TSV -> names.addAll(Arrays.asList(table(format, bytes).getFirst()));
            case MARKDOWN -> names.addAll(cells(header(bytes)));
            case EVAL, JSON, YAML -> fields(mapper(format).readTree(bytes), names);
            case JSONL -> lines(bytes).forEach(line -> fields(line, names));
        }
        names.removeIf(String::isBlank);
        return names;
    }

    /// The file with a column more.
    static byte[] added(Format format, byte[] bytes) throws IOException {
        return switch (format) {
            case CSV, TSV -> {
                List<String[]> rows = table(format, bytes);
                List<String[]> more = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    String[] row = Arrays.copyOf(rows.get(i), rows.getFirst().length + 1);
                    row[row.length - 1] = i == 0 ? UNKNOWN : "x" + i;
                    more.add(row);
                }
                yield written(format, more);
            }
            case MARKDOWN ->
                    eachTableLine(
                            bytes,
                            line ->
                                    line.stripTrailing()
                                            + (line.contains("--")
                                                    ? " --- |"
                                                    : " " + UNKNOWN + " |"));
            case EVAL, JSON, YAML -> {
                JsonNode tree = mapper(format).readTree(bytes);
                add(tree);
                yield mapper(format).writeValueAsBytes(tree);
            }
            case JSONL -> eachJsonLine(bytes, Columns::add);
        };
    }

    /// The file without a column.
    static byte[] without(Format format, byte[] bytes, String name) throws IOException {
        return switch (format) {
            case CSV, TSV -> {
                List<String[]> rows = table(format, bytes);
                int index = Arrays.asList(rows.getFirst()).indexOf(name);
                yield written(format, rows.stream().map(row -> without(row, index)).toList());
            }
            case MARKDOWN -> {
                int index = cells(header(bytes)).indexOf(name);
                yield eachTableLine(
                        bytes,
                        line ->
                                "|"
                                        + Arrays.stream(
                                                        without(
                                                                cells(line).toArray(String[]::new),
                                                                index))
                                                .collect(Collectors.joining("|"))
                                        + "|");
            }
            case EVAL, JSON, YAML -> {
                JsonNode tree = mapper(format).readTree(bytes);
                remove(tree, name);
                yield mapper(format).writeValueAsBytes(tree);
            }
            case JSONL -> eachJsonLine(bytes, line -> remove(line, name));
        };
    }

    private interface LineEdit {
        String apply(String line);
    }

    private static String[] without(String[] row, int index) {
        if (index < 0 || index >= row.length) {
            return row;
        }
        List<String> cells = new ArrayList<>(Arrays.asList(row));
        cells.remove(index);
        return cells.toArray(String[]::new);
    }

    private static byte[] eachTableLine(byte[] bytes, LineEdit edit) {
        return text(bytes)
                .lines()
                .map(line -> line.startsWith("|") ? edit.apply(line) : line)
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
    }

    private static byte[] eachJsonLine(byte[] bytes, Consumer<JsonNode> edit) throws IOException {
        List<JsonNode> lines = lines(bytes);
        lines.forEach(edit);
        return lines.stream()
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
    }

    private static List<JsonNode> lines(byte[] bytes) throws IOException {
        return new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(bytes).readAll();
    }

    private static String header(byte[] bytes) {
        return text(bytes).lines().filter(it -> it.startsWith("|")).findFirst().orElseThrow();
    }

    private static List<String> cells(String line) {
        String inner = line.strip();
        inner = inner.substring(1, inner.endsWith("|") ? inner.length() - 1 : inner.length());
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private static void fields(JsonNode node, SortedSet<String> names) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(it -> names.add(it.getKey()));
        }
        node.forEach(child -> fields(child, names));
    }

    private static void add(JsonNode node) {
        node.forEach(Columns::add);
        if (node instanceof ObjectNode object) {
            object.put(UNKNOWN, "x");
        }
    }

    private static void remove(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            object.remove(name);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> remove(child, name));
        }
    }

    private static List<String[]> table(Format format, byte[] bytes) throws IOException {
        CsvMapper mapper = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        return mapper.readerFor(String[].class)
                .with(schema(format).withComments())
                .<String[]>readValues(text(bytes))
                .readAll();
    }

    private static byte[] written(Format format, List<String[]> rows) throws IOException {
        return new CsvMapper().writer(schema(format)).writeValueAsBytes(rows);
    }

    private static CsvSchema schema(Format format) {
        CsvSchema schema = CsvSchema.emptySchema();
        return format == Format.TSV ? schema.withColumnSeparator('\t').withoutQuoteChar() : schema;
    }

    private static ObjectMapper mapper(Format format) {
        return format == Format.YAML ? new YAMLMapper() : new ObjectMapper();
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
