package rubicon.ingest.platform;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows in the text form that PostgreSQL's COPY reads.
///
/// @see <a href="https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS">COPY:
///   file formats, text</a>
final class CopyText {
    private CopyText() {}

    /// The statement that takes such rows.
    static <T> String statement(String table, List<CopiedColumn<T>> columns) {
        return "copy %s (%s) from stdin"
                .formatted(
                        table,
                        columns.stream().map(CopiedColumn::name).collect(Collectors.joining(", ")));
    }

    /// The rows.
    static <T> String of(List<CopiedColumn<T>> columns, Collection<T> rows) {
        StringBuilder text = new StringBuilder(rows.size() * columns.size() * 24);
        for (T row : rows) {
            char separator = 0;
            for (CopiedColumn<T> column : columns) {
                if (separator != 0) {
                    text.append(separator);
                }
                separator = '\t';
                append(text, column.value().apply(row));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String words) {
            append(text, words);
        } else {
            append(text, value.toString());
        }
    }

    private static void append(StringBuilder text, String words) {
        int written = 0;
        for (int i = 0; i < words.length(); i++) {
            String escaped = escaped(words.charAt(i));
            if (escaped != null) {
                text.append(words, written, i).append(escaped);
                written = i + 1;
            }
        }
        text.append(words, written, words.length());
    }

    private static @Nullable String escaped(char it) {
        return switch (it) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
    }
}
