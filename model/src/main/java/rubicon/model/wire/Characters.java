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
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int whole = text.codePointAt(i++);
                if (!Character.isSupplementaryCodePoint(whole)) {
                    return "holds half of a surrogate pair";
                }
            }
        }
        return null;
    }
}
