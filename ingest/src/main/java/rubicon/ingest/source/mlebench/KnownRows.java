package rubicon.ingest.source.mlebench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the board said later of rows that it first printed with fewer columns or under another
/// name, from a file that anybody can review.
final class KnownRows {
    private static final String FILE = "/aliases/mle-bench-rows.yaml";

    private final Map<String, Known> rows;

    private KnownRows(Map<String, Known> rows) {
        this.rows = Map.copyOf(rows);
    }

    static KnownRows ofBoard() {
        try (InputStream in = KnownRows.class.getResourceAsStream(FILE)) {
            return new KnownRows(
                    new YAMLMapper()
                            .readValue(Objects.requireNonNull(in, FILE), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /// @param on the row's date, as `2024-10-08`
    record Known(
            @Nullable String agent,
            @Nullable String llm,
            @Nullable String hours,
            @Nullable String on) {}

    /// What is known of a row.
    ///
    /// @param name the agent's cell, with the model in it; or agent, model and hours joined by `|`
    Optional<Known> row(String name) {
        return Optional.ofNullable(rows.get(name));
    }
}
