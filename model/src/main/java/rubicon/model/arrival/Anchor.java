package rubicon.model.arrival;

import java.time.LocalDate;
import java.util.List;

/// A stated probability that the event happens by a date.
///
/// @param by end of the day
/// @param probability in (0, 1): certainty in either direction leaves nothing to reckon with
public record Anchor(LocalDate by, double probability) {
    private static final double DAYS_PER_YEAR = 365.25;

    public Anchor {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "probability %s by %s is not in (0, 1)".formatted(probability, by));
        }
    }

    /// `−ln(1 − p)`: the hazard that was gathered by then.
    double gathered() {
        return gathered(probability);
    }

    static double gathered(double probability) {
        return -Math.log1p(-probability);
    }

    /// Years of 365.25 days.
    static double years(LocalDate from, LocalDate to) {
        return years(from.toEpochDay(), to.toEpochDay());
    }

    static double years(long from, long to) {
        return (to - from) / DAYS_PER_YEAR;
    }

    /// @throws IllegalArgumentException unless dates and probabilities both rise from the start on
    static List<Anchor> rising(LocalDate start, List<Anchor> anchors) {
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("a curve needs an anchor");
        }
        LocalDate date = start;
        double probability = 0;
        for (Anchor it : anchors) {
            if (!it.by.isAfter(date) || !(it.probability > probability)) {
                throw new IllegalArgumentException(
                        "%s by %s does not rise above %s by %s"
                                .formatted(it.probability, it.by, probability, date));
            }
            date = it.by;
            probability = it.probability;
        }
        return List.copyOf(anchors);
    }
}
