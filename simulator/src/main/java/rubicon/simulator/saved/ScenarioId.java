package rubicon.simulator.saved;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The name of a scenario in links: lower-case words joined by `-`.
public record ScenarioId(String value) {
    private static final int LONGEST = 64;
    private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    // They are places beside scenarios.
    private static final Set<String> TAKEN = Set.of("compare");

    public ScenarioId {
        if (value.length() > LONGEST || !WORDS.matcher(value).matches() || TAKEN.contains(value)) {
            throw new IllegalArgumentException(
                    "must be lower-case words joined by '-', at most %d long, and not one of %s"
                            .formatted(LONGEST, TAKEN));
        }
    }

    /// An id made of a title.
    ///
    /// @param number from 1; told from 2 on, for titles that are taken
    static ScenarioId of(String title, int number) {
        String words =
                Normalizer.normalize(title, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[0-9-]+", "");
        String ending = number > 1 ? "-" + number : "";
        String cut = words.substring(0, Math.min(words.length(), LONGEST - ending.length()));
        String stem = cut.replaceAll("-+$", "");
        return new ScenarioId(
                (stem.isEmpty() || TAKEN.contains(stem) ? "scenario" : stem) + ending);
    }

    @Override
    public String toString() {
        return value;
    }
}
