package rubicon.simulator.scenario;

import java.util.regex.Pattern;

/// The name of a scenario model in URLs, stored runs and case files: lower-case words joined by
/// `-`.
public record ModelId(String value) {
    private static final int LONGEST = 64;
    private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public ModelId {
        if (value.length() > LONGEST || !WORDS.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a model id is lower-case words joined by '-', at most " + LONGEST + " long");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
