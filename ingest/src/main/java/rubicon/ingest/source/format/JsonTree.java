package rubicon.ingest.source.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;

/// JSON that somebody else wrote, as a plain tree. `NaN` and the infinities are read, as Python
/// writes them, and count as no number.
public final class JsonTree {
    private static final int DEEPEST = 200;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final ObjectReader PART =
            MAPPER.readerFor(JsonNode.class)
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final ObjectReader WHOLE = MAPPER.readerFor(JsonNode.class);

    private JsonTree() {}

    /// The tree of a document.
    ///
    /// @throws DriftException if it is no JSON
    public static JsonNode read(Fetched file) throws DriftException {
        return read(file.text(), file.use());
    }

    /// Some fields of an object; the others, however large, are passed over as they are read.
    ///
    /// @throws DriftException if it is no JSON object
    public static JsonNode readFields(String text, Set<String> fields, FieldUse use)
            throws DriftException {
        ObjectNode some = use.of(use.nodes().objectNode());
        ObjectReader part = PART.with(use.nodes());
        try {
            walk(
                    new StringReader(text),
                    parser -> {
                        if (parser.currentToken() != JsonToken.START_OBJECT) {
                            throw new DriftException("the payload is no JSON object");
                        }
                        eachField(
                                parser,
                                name -> {
                                    if (fields.contains(name)) {
                                        some.set(name, part.<JsonNode>readValue(parser));
                                    } else {
                                        use.met(Set.of(name));
                                    }
                                });
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory can always be read", e);
        }
        return some;
    }

    /// Reads with a parser that stands at the first token.
    @FunctionalInterface
    public interface ParserWork {
        void read(JsonParser parser) throws DriftException, IOException;
    }

    /// Reads a field of an object; the parser stands at its value.
    @FunctionalInterface
    public interface FieldWork {
        void read(String name) throws DriftException, IOException;
    }

    /// Goes through a document that may be larger than the memory.
    ///
    /// @throws DriftException if it is no JSON
    /// @throws IOException if it cannot be read on
    public static void walk(Reader text, ParserWork work) throws DriftException, IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            walk(parser, work);
        }
    }

    /// The same of bytes.
    public static void walk(InputStream json, ParserWork work) throws DriftException, IOException {
        try (JsonParser parser = MAPPER.createParser(json)) {
            walk(parser, work);
        }
    }

    private static void walk(JsonParser parser, ParserWork work)
            throws DriftException, IOException {
        try {
            if (parser.nextToken() == null) {
                throw new DriftException("there is no JSON");
            }
            work.read(parser);
        } catch (JacksonException e) {
            throw noJson(e);
        }
    }

    /// Goes through the fields of the object that a parser stands at, if it is one. What the work
    /// leaves of a value, however large, is passed over.
    public static void eachField(JsonParser parser, FieldWork work)
            throws DriftException, IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            for (String name = parser.nextFieldName();
                    name != null;
                    name = parser.nextFieldName()) {
                parser.nextToken();
                work.read(name);
                parser.skipChildren();
            }
        }
    }

    /// The tree of a text.
    ///
    /// @throws DriftException if it is no JSON
    static JsonNode read(String text, FieldUse use) throws DriftException {
        try {
            JsonNode tree = WHOLE.with(use.nodes()).readTree(text);
            if (tree == null || tree instanceof MissingNode) {
                throw new DriftException("there is no JSON");
            }
            return use.of(tree);
        } catch (JacksonException e) {
            throw noJson(e);
        }
    }

    private static DriftException noJson(JacksonException e) {
        return new DriftException(
                "the payload is no JSON: "
                        + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
    }

    /// The field of an object that must be a list or an object.
    ///
    /// @throws DriftException if it is missing, naming it
    public static JsonNode needed(JsonNode node, String field) throws DriftException {
        JsonNode value = node.path(field);
        if (!value.isContainerNode()) {
            throw new DriftException("the field '%s' is missing".formatted(field));
        }
        return value;
    }

    /// The text of a field, if it has any.
    public static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        String text = value.isValueNode() ? value.asText("").strip() : "";
        return value.isNull() || text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /// The text of a field that must have one.
    ///
    /// @throws RowFault if it has none
    public static String neededText(JsonNode node, String field) throws RowFault {
        return text(node, field).orElseThrow(() -> new RowFault(field, "is missing"));
    }

    /// The number of a field, also where it is written as text; empty where it says that it has
    /// none.
    ///
    /// @throws RowFault if it is anything else
    public static OptionalDouble number(JsonNode node, String field) throws RowFault {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalDouble.empty();
        }
        if (value.isNumber()) {
            double number = value.doubleValue();
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        }
        if (value.isTextual()) {
            return Cells.number(field, value.textValue());
        }
        throw new RowFault(field, "is no number");
    }

    /// The number of a field that must have one.
    ///
    /// @throws RowFault if it has none
    public static double neededNumber(JsonNode node, String field) throws RowFault {
        return number(node, field).orElseThrow(() -> new RowFault(field, "is missing"));
    }
}
