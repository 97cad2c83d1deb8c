package rubicon.model.capabilityindex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rubicon.model.stats.LinearFit;

/// The models that were ahead of all earlier ones, and the straight line through them.
///
/// @param models oldest first, each above all before it
/// @param perYear the line, capability on years of 365.25 days since 1970
public record Frontier(List<Released> models, LinearFit perYear) {
    private static final double DAYS_PER_YEAR = 365.25;
    private static final int FEWEST = 3;

    public Frontier {
        models = List.copyOf(models);
    }

    /// A model with the date of its release.
    public record Released(String model, LocalDate on, double capability) {}

    /// A change of slope: two lines, each with its own height.
    ///
    /// @param on release of the first model on the later line
    public record Break(LocalDate on, LinearFit before, LinearFit after) {}

    /// The running best over release dates; of one day the best comes first, so that no other of
    /// that day is ahead.
    ///
    /// @throws IllegalArgumentException if fewer than two models of different dates were ahead
    public static Frontier of(List<Released> models) {
        List<Released> ahead = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (Released it :
                models.stream()
                        .sorted(
                                Comparator.comparing(Released::on)
                                        .thenComparing(
                                                Released::capability, Comparator.reverseOrder())
                                        .thenComparing(Released::model))
                        .toList()) {
            if (it.capability() > best) {
                best = it.capability();
                ahead.add(it);
            }
        }
        return new Frontier(ahead, line(ahead));
    }

    /// The two lines that leave the least squares, over all splits with three models or more on
    /// both sides; empty where there is no such split.
    public Optional<Break> sharpestBreak() {
        Optional<Break> best = Optional.empty();
        for (int split = FEWEST; split <= models.size() - FEWEST; split++) {
            var here =
                    new Break(
                            models.get(split).on(),
                            line(models.subList(0, split)),
                            line(models.subList(split, models.size())));
            if (best.isEmpty() || left(here) < left(best.get())) {
                best = Optional.of(here);
            }
        }
        return best;
    }

    private static double left(Break candidate) {
        return candidate.before().sse() + candidate.after().sse();
    }

    private static LinearFit line(List<Released> models) {
        return LinearFit.of(
                models.stream().mapToDouble(it -> it.on().toEpochDay() / DAYS_PER_YEAR).toArray(),
                models.stream().mapToDouble(Released::capability).toArray());
    }
}
