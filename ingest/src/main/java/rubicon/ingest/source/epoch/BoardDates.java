package rubicon.ingest.source.epoch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// On which day a row of a board first stood in the copy, by its key: the copy itself does not say,
/// so anybody can review it in `dates/epoch-boards.yaml`.
record BoardDates(Map<String, LocalDate> days) {
    private static final String PATH = "/dates/epoch-boards.yaml";

    BoardDates {
        days = Map.copyOf(days);
    }

    static BoardDates builtIn() {
        try (InputStream in = BoardDates.class.getResourceAsStream(PATH)) {
            Map<String, String> texts =
                    new YAMLMapper()
                            .readValue(Objects.requireNonNull(in, PATH), new TypeReference<>() {});
            Map<String, LocalDate> days = new HashMap<>();
            texts.forEach((row, day) -> days.put(row, LocalDate.parse(day)));
            return new BoardDates(days);
        } catch (IOException e) {
            throw new UncheckedIOException(PATH + " cannot be read", e);
        }
    }

    /// The day of a row, if it is known.
    Optional<LocalDate> first(String row) {
        return Optional.ofNullable(days.get(row));
    }
}
