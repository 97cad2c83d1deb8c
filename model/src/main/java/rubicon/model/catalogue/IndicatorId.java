package rubicon.model.catalogue;

/// Name of an indicator: lower-case words of letters and digits joined by `-`, never re-used.
///
/// @param value at most 100 characters, for instance `metr-horizon-p50`
public record IndicatorId(String value) implements Comparable<IndicatorId> {
    private static final int LIMIT = 100;

    public IndicatorId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an indicator id: " + value);
        }
    }

    /// Whether a text may be an indicator's id.
    public static boolean isValid(String value) {
        if (value.length() > LIMIT || value.endsWith("-")) {
            return false;
        }
        char before = '-';
        for (int i = 0; i < value.length(); i++) {
            char it = value.charAt(i);
            boolean isOfWord = (it >= 'a' && it <= 'z') || (it >= '0' && it <= '9');
            if (!isOfWord && (it != '-' || before == '-')) {
                return false;
            }
            before = it;
        }
        return !value.isEmpty();
    }

    @Override
    public int compareTo(IndicatorId other) {
        return this == other ? 0 : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
