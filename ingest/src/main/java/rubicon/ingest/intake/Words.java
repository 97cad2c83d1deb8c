package rubicon.ingest.intake;

import org.jspecify.annotations.Nullable;
import rubicon.model.wire.Characters;

/// Texts that many events have in common, each kept once: what stays in memory of an observation
/// then does not hold the name of its source again, and most texts need not be made at all.
///
/// A table of fixed size without chains, where the newer text takes the place of the older. Used by
/// several threads without a lock: at worst two of them make the same text.
final class Words {
    static final Words SHARED = new Words();

    private static final int SIZE = 4_096;
    private static final int LONGEST = 200;

    private final @Nullable String[] table = new String[SIZE];

    /// The text of these characters; null where it holds what no text may hold.
    @Nullable String of(char[] characters, int from, int length) {
        if (length > LONGEST) {
            return checked(characters, from, length);
        }
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + characters[i];
        }
        int place = (hash ^ hash >>> 16) & SIZE - 1;
        String kept = table[place];
        if (kept != null && isOf(kept, characters, from, length)) {
            return kept;
        }
        String made = checked(characters, from, length);
        table[place] = made;
        return made;
    }

    private static boolean isOf(String text, char[] characters, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != characters[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String checked(char[] characters, int from, int length) {
        String text = new String(characters, from, length);
        return Characters.fault(text) == null ? text : null;
    }
}
