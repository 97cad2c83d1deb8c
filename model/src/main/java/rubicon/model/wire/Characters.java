package rubicon.model.wire;

import org.jspecify.annotations.Nullable;

/// Which characters a text may hold that is to be kept.
public final class Characters {
    private Characters() {}

    /// What forbids a text: U+0000, which PostgreSQL keeps no text with, or half of a surrogate
    /// pair, which has no form in UTF-8. Null where nothing does.
    public static @Nullable String fault(String text) {
        if (text.indexOf('\0') >= 0) {
            return "holds the character U+0000";
        }
        boolean broken =
                text.codePoints()
                        .anyMatch(it ->
                                it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE);
        return broken ? "holds half of a surrogate pair" : null;
    }
}
