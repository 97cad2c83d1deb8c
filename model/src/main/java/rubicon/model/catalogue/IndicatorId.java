package rubicon.model.catalogue;

import java.util.regex.Pattern;

/// Name of an indicator: lower-case words of letters and digits joined by `-`, never re-used.
///
/// @param value at most 100 characters, for instance `metr-horizon-p50`
public record IndicatorId(String value) implements Comparable<IndicatorId> {
    private static final int LIMIT = 100;
    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public IndicatorId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an indicator id: " + value);
        }
    }

    /// Whether a text may be an indicator's id.
    public static boolean isValid(String value) {
        return value.length() <= LIMIT && SYNTAX.matcher(value).matches();
    }

    @Override
    public int compareTo(IndicatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
