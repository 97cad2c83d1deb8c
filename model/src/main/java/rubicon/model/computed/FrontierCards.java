package rubicon.model.computed;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.IndicatorId;

/// Which of a developer's model cards are of frontier models, and how long lies between them.
///
/// A card is one of a frontier model when it prints a value that beats all that the developer's
/// cards of earlier months printed of the same evaluation; so is a developer's first. A value of an
/// evaluation that is new to the developer beats nothing. Cards are known to the month: those of
/// one month are one, and a month begins on its first day.
public final class FrontierCards {
    private FrontierCards() {}

    /// A value that a card prints.
    ///
    /// @param direction of the evaluation; a value of one without direction beats nothing
    public record Printed(
            String developer,
            String model,
            YearMonth month,
            IndicatorId evaluation,
            Direction direction,
            double value) {}

    /// The time from one frontier card to the developer's next.
    ///
    /// @param models of the later card's month, ordered by name
    public record Interval(
            String developer, YearMonth before, YearMonth month, SortedSet<String> models) {

        /// Days from the first of the one month to the first of the other.
        public long days() {
            return ChronoUnit.DAYS.between(first(before), first(month));
        }

        private static LocalDate first(YearMonth month) {
            return month.atDay(1);
        }
    }

    /// The intervals, by developer and month.
    public static List<Interval> intervals(Collection<Printed> printed) {
        SortedMap<String, SortedMap<YearMonth, List<Printed>>> cards = new TreeMap<>();
        for (Printed it : printed) {
            cards.computeIfAbsent(it.developer(), _ -> new TreeMap<>())
                    .computeIfAbsent(it.month(), _ -> new ArrayList<>())
                    .add(it);
        }
        List<Interval> intervals = new ArrayList<>();
        cards.forEach((developer, months) -> intervals.addAll(intervals(developer, months)));
        return List.copyOf(intervals);
    }

    private static List<Interval> intervals(
            String developer, SortedMap<YearMonth, List<Printed>> months) {
        List<Interval> intervals = new ArrayList<>();
        Map<IndicatorId, Double> best = new HashMap<>();
        @Nullable YearMonth before = null;
        for (Map.Entry<YearMonth, List<Printed>> month : months.entrySet()) {
            SortedSet<String> ahead = new TreeSet<>();
            for (Printed it : month.getValue()) {
                Double beaten = best.get(it.evaluation());
                if (beaten != null && height(it) > beaten) {
                    ahead.add(it.model());
                }
            }
            month.getValue().forEach(it -> best.merge(it.evaluation(), height(it), Math::max));
            if (before == null) {
                before = month.getKey();
            } else if (!ahead.isEmpty()) {
                intervals.add(new Interval(developer, before, month.getKey(), ahead));
                before = month.getKey();
            }
        }
        return intervals;
    }

    private static double height(Printed it) {
        return switch (it.direction()) {
            case HIGHER -> it.value();
            case LOWER -> -it.value();
            case NONE -> 0;
        };
    }
}
