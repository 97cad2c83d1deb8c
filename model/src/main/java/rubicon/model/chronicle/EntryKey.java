package rubicon.model.chronicle;

import java.util.Comparator;

/// What makes an entry the same one when it is told again.
///
/// @param source who tells it; sources never revise each other
/// @param id lower-case words joined by `-`
public record EntryKey(EntryKind kind, String source, String id) implements Comparable<EntryKey> {
    private static final Comparator<EntryKey> ORDER =
            Comparator.comparing(EntryKey::kind)
                    .thenComparing(EntryKey::source)
                    .thenComparing(EntryKey::id);

    @Override
    public int compareTo(EntryKey other) {
        return ORDER.compare(this, other);
    }
}
