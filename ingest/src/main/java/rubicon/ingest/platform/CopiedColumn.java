package rubicon.ingest.platform;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column that many rows are written into at once.
///
/// @param value of a row: its text is what PostgreSQL reads, null stays null
public record CopiedColumn<T>(String name, Function<T, @Nullable Object> value) {}
