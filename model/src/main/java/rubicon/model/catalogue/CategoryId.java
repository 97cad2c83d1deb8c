package rubicon.model.catalogue;

import java.util.regex.Pattern;

/// Name of a category: lower-case words joined by `-`, never re-used.
///
/// @param value at most 60 characters, for instance `bug-fixes`
public record CategoryId(String value) implements Comparable<CategoryId> {
    private static final int LIMIT = 60;
    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public CategoryId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a category id: " + value);
        }
    }

    /// Whether a text may be a category's id.
    public static boolean isValid(String value) {
        return value.length() <= LIMIT && SYNTAX.matcher(value).matches();
    }

    @Override
    public int compareTo(CategoryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
