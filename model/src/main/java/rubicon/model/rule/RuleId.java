package rubicon.model.rule;

import java.util.regex.Pattern;

/// Name of a rule: lower-case words and numbers joined by `-`, such as `horizon-ladder`. Another
/// form, or more than 80 characters, is an `IllegalArgumentException`.
public record RuleId(String value) {

    private static final int MAX_LENGTH = 80;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public RuleId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "rule id '%s' is not made of lower-case words joined by '-', up to %d characters"
                            .formatted(value, MAX_LENGTH));
        }
    }

    /// Whether a text could be an id.
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
