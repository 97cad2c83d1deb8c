package rubicon.ingest.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column that many rows are written into at once; null stays null.
///
/// @param writer writes a row's value
public record CopiedColumn<T>(String name, Writer<T> writer) {

    /// Writes the value of one row.
    @FunctionalInterface
    public interface Writer<T> {
        void write(T row, CopyRows out);
    }

    /// Writes a value as JSON.
    @FunctionalInterface
    public interface JsonWriter<V> {
        void write(V value, JsonGenerator out) throws IOException;
    }

    /// Of PostgreSQL's type text.
    public static <T> CopiedColumn<T> text(String name, Function<T, @Nullable String> value) {
        return new CopiedColumn<>(name, (row, out) -> out.text(value.apply(row)));
    }

    /// A constant's name, of PostgreSQL's type text.
    public static <T> CopiedColumn<T> constant(String name, Function<T, @Nullable Enum<?>> value) {
        return text(
                name,
                row -> {
                    Enum<?> constant = value.apply(row);
                    return constant == null ? null : constant.name();
                });
    }

    /// Of PostgreSQL's type uuid.
    public static <T> CopiedColumn<T> uuid(String name, Function<T, @Nullable UUID> value) {
        return new CopiedColumn<>(name, (row, out) -> out.uuid(value.apply(row)));
    }

    /// Of PostgreSQL's type timestamptz, which ends at microseconds.
    public static <T> CopiedColumn<T> time(String name, Function<T, @Nullable Instant> value) {
        return new CopiedColumn<>(name, (row, out) -> out.time(value.apply(row)));
    }

    /// Of PostgreSQL's type date.
    public static <T> CopiedColumn<T> day(String name, Function<T, @Nullable LocalDate> value) {
        return new CopiedColumn<>(name, (row, out) -> out.day(value.apply(row)));
    }

    /// Of PostgreSQL's type float8.
    public static <T> CopiedColumn<T> number(String name, Function<T, @Nullable Double> value) {
        return new CopiedColumn<>(name, (row, out) -> out.number(value.apply(row)));
    }

    /// Of PostgreSQL's type int8.
    public static <T> CopiedColumn<T> whole(String name, Function<T, @Nullable Long> value) {
        return new CopiedColumn<>(name, (row, out) -> out.whole(value.apply(row)));
    }

    /// Of PostgreSQL's type jsonb.
    public static <T> CopiedColumn<T> json(String name, Function<T, @Nullable String> value) {
        return new CopiedColumn<>(name, (row, out) -> out.json(value.apply(row)));
    }

    /// Of PostgreSQL's type jsonb, written part by part.
    public static <T, V> CopiedColumn<T> json(
            String name, Function<T, @Nullable V> value, JsonWriter<V> writer) {
        return new CopiedColumn<>(name, (row, out) -> out.json(value.apply(row), writer));
    }
}
