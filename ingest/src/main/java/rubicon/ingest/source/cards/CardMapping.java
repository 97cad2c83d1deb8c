package rubicon.ingest.source.cards;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.format.TableRow;

/// What the tables mean, from a file that anybody can review: `mappings/ai-rd-system-cards.yaml`,
/// which explains its parts.
record CardMapping(
        List<Line> evaluations,
        Map<String, Remark> remarks,
        Map<String, LocalDate> cards,
        Map<String, LocalDate> printed,
        Map<String, Measure> measures,
        Map<String, LocalDate> releases) {
    private static final String PATH = "/mappings/ai-rd-system-cards.yaml";

    CardMapping {
        evaluations = List.copyOf(evaluations);
        remarks = Map.copyOf(remarks);
        cards = Map.copyOf(cards);
        printed = Map.copyOf(printed);
        measures = Map.copyOf(measures);
        releases = Map.copyOf(releases);
    }

    /// How a value becomes one in the indicator's unit.
    enum Convert {
        AS_IT_IS,
        HOURS_TO_MINUTES,
        SHARE_OF_NOTED
    }

    /// Rows that feed an indicator.
    record Line(
            String indicator,
            String lab,
            String benchmark,
            String subtask,
            String metric,
            String unit,
            @Nullable List<String> vintages,
            @Nullable String note,
            @Nullable List<String> unless,
            @Nullable Convert convert,
            @Nullable Long cases,
            @Nullable String evaluator,
            @Nullable Map<String, String> tags) {

        boolean matches(TableRow row) {
            return lab.equals(row.text("lab"))
                    && benchmark.equals(row.text("benchmark"))
                    && subtask.equals(row.text("subtask"))
                    && metric.equals(row.text("metric"))
                    && (note == null || note.equals(row.text("note")))
                    && (unless == null || unless.stream().noneMatch(row.text("note")::contains))
                    && takes(row.text("vintage"));
        }

        private boolean takes(String vintage) {
            return vintages == null ? vintage.equals(Vintage.PRINTED) : vintages.contains(vintage);
        }

        Convert conversion() {
            return convert == null ? Convert.AS_IT_IS : convert;
        }

        Map<String, String> allTags() {
            return tags == null ? Map.of() : tags;
        }
    }

    /// What a note says.
    record Remark(
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double level,
            @Nullable String qualifier,
            @Nullable LocalDate day,
            @Nullable LocalDate published,
            @Nullable Also also) {
        static final Remark NONE = new Remark(null, null, null, null, null, null, null);
    }

    /// A second result in a note.
    record Also(
            String indicator,
            double value,
            String unit,
            @Nullable String qualifier,
            Map<String, String> tags) {}

    /// A question to staff.
    record Measure(String statistic, @Nullable Long answers, @Nullable String qualifier) {}

    static CardMapping builtIn() {
        try (InputStream in = CardMapping.class.getResourceAsStream(PATH)) {
            return YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .build()
                    .readValue(Objects.requireNonNull(in, PATH), CardMapping.class);
        } catch (IOException e) {
            throw new UncheckedIOException(PATH + " cannot be read", e);
        }
    }

    /// What the note of a row says; [Remark#NONE] for one that nobody has read.
    Remark remark(TableRow row) {
        return remarks.getOrDefault(row.text("note"), Remark.NONE);
    }
}
