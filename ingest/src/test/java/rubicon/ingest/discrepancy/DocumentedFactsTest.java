package rubicon.ingest.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rows that come with Rubicon say in their note, or in the reason why they are disputed, that
/// somebody gives another number for them; the documented discrepancies must not be silent about
/// it.
class DocumentedFactsTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    /// Words that tell of another card, a citation, a re-run or a correction. A value that is held
    /// only as somebody cites it (`as cited in`) has no other beside it.
    private static final Pattern ANOTHER_NUMBER =
            Pattern.compile(
                    "\\b(later cards?|(?<!as )cite[sd]|in the (card of|\\S+ card)|run again|re-?run"
                            + "|restated|corrected|correction)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d*\\.?\\d+(?![\\w-])");

    @Test
    void everyRowThatTellsOfAnotherNumberIsNamedByADiscrepancy() throws IOException {
        List<JsonNode> discrepancies = discrepancies();
        List<String> telling = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (JsonNode row : rows()) {
            String told = told(row);
            if (ANOTHER_NUMBER.matcher(told).find()) {
                String name =
                        "%s %s: %s"
                                .formatted(
                                        row.path("indicator").asText(),
                                        row.path("externalId").asText(),
                                        told);
                telling.add(name);
                if (discrepancies.stream().noneMatch(it -> names(it, row))) {
                    silent.add(name);
                }
            }
        }
        assertThat(telling).hasSizeGreaterThan(15);
        assertThat(silent).isEmpty();
    }

    /// It bears on the row's indicator, speaks of its model, and has two of the row's numbers.
    private static boolean names(JsonNode discrepancy, JsonNode row) {
        List<String> indicators = new ArrayList<>();
        discrepancy.path("indicators").forEach(it -> indicators.add(it.asText()));
        StringBuilder words = new StringBuilder(discrepancy.path("title").asText());
        Set<BigDecimal> values = new TreeSet<>();
        for (JsonNode statement : discrepancy.path("statements")) {
            words.append('\n').append(statement.path("says").asText());
            values.addAll(numbers(statement.path("value").asText()));
        }
        values.retainAll(numbers(row));
        return indicators.contains(row.path("indicator").asText())
                && words.indexOf(row.path("subject").path("model").asText()) >= 0
                && values.size() >= 2;
    }

    private static Set<BigDecimal> numbers(JsonNode row) {
        Set<BigDecimal> numbers = numbers(told(row));
        numbers.addAll(numbers(row.path("value").asText()));
        for (JsonNode before : row.path("earlier")) {
            numbers.addAll(numbers(before.path("value").asText()));
        }
        return numbers;
    }

    /// Ordered by size, so that 6 and 6.0 are one number.
    private static Set<BigDecimal> numbers(String text) {
        Set<BigDecimal> numbers = new TreeSet<>();
        NUMBER.matcher(text).results().forEach(it -> numbers.add(new BigDecimal(it.group())));
        return numbers;
    }

    private static String told(JsonNode row) {
        return (row.path("note").asText() + "; " + row.path("disputed").asText())
                .replaceAll("^; |; $", "");
    }

    private static List<JsonNode> discrepancies() throws IOException {
        String file = "/discrepancies.yaml";
        try (InputStream in = DocumentedFactsTest.class.getResourceAsStream(file)) {
            List<JsonNode> discrepancies = new ArrayList<>();
            YAML.readTree(Objects.requireNonNull(in, file))
                    .path("discrepancies")
                    .forEach(discrepancies::add);
            return discrepancies;
        }
    }

    /// The rows of all files, each with what its file says of all of them.
    private static List<JsonNode> rows() throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/facts"))) {
            for (Path file : files.toList()) {
                JsonNode content = YAML.readTree(file.toFile());
                for (JsonNode row : content.path("observations")) {
                    ObjectNode whole = content.path("defaults").deepCopy();
                    whole.setAll((ObjectNode) row);
                    rows.add(whole);
                }
            }
        }
        return rows;
    }
}
