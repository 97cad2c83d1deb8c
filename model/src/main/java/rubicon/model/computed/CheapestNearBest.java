package rubicon.model.computed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Subject;

/// Which of the systems on a board that reach nearly its best score does so for least money, day by
/// day. It may rise: a better score raises the bar, and what was cheap no longer passes.
public final class CheapestNearBest {
    /// Boards print scores in decimals, and the difference of two has a binary rest.
    private static final double ROUNDING = 1e-9;

    private static final Comparator<Row> BEST_FIRST =
            Comparator.comparingDouble(Row::score)
                    .reversed()
                    .thenComparing(Row::day)
                    .thenComparing(it -> it.subject().normalised(null));

    private CheapestNearBest() {}

    /// A row of the board.
    ///
    /// @param score higher is better
    /// @param cost of one task; null where the bill is not known
    /// @param knownAt when the world could know it
    public record Row(
            Subject subject, LocalDate day, double score, @Nullable Double cost, Instant knownAt) {}

    /// What a day's board said.
    ///
    /// @param cost of one task with the cheapest system
    /// @param best the highest score, whatever it cost
    public record Cheapest(LocalDate day, Row system, double cost, Row best) {

        /// When the world could know it.
        public Instant knownAt() {
            return system.knownAt().isAfter(best.knownAt()) ? system.knownAt() : best.knownAt();
        }
    }

    /// The cheapest of each day on which the board got a row; none on a day when no bill near the
    /// best is known. Of equally cheap ones the better, then the earlier counts.
    ///
    /// @param within how far below the best a score may lie
    public static SortedMap<LocalDate, Cheapest> byDay(Collection<Row> board, double within) {
        SortedSet<LocalDate> days = new TreeSet<>();
        board.forEach(it -> days.add(it.day()));
        SortedMap<LocalDate, Cheapest> found = new TreeMap<>();
        for (LocalDate day : days) {
            List<Row> until = board.stream().filter(it -> !it.day().isAfter(day)).toList();
            cheapest(day, until, within).ifPresent(it -> found.put(day, it));
        }
        return found;
    }

    private static Optional<Cheapest> cheapest(LocalDate day, List<Row> board, double within) {
        Row best = board.stream().min(BEST_FIRST).orElseThrow();
        return board.stream()
                .filter(it -> best.score() - it.score() <= within + ROUNDING)
                .flatMap(it ->
                        Optional.ofNullable(it.cost())
                                .map(cost -> new Cheapest(day, it, cost, best))
                                .stream())
                .min(
                        Comparator.comparingDouble(Cheapest::cost)
                                .thenComparing(Cheapest::system, BEST_FIRST));
    }
}
