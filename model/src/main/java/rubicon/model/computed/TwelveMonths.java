package rubicon.model.computed;

import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much happened within twelve months. The window is one of calendar months, since much is
/// known to the month only: the one of November holds December of the year before to November.
public final class TwelveMonths {
    private static final int WINDOW = 12;

    private TwelveMonths() {}

    /// Something that happened, perhaps several times.
    public record Happened(YearMonth month, int times) {
        public Happened {
            if (times < 0) {
                throw new IllegalArgumentException(times + " times is negative");
            }
        }
    }

    /// The sum of `times` over the twelve months that end with each month, from the first in which
    /// anything happened.
    ///
    /// @param last the last month that is wanted; what happens after it counts nowhere
    /// @return one number a month without a gap; none where nothing happened until `last`
    public static SortedMap<YearMonth, Integer> sums(
            Collection<Happened> happened, YearMonth last) {
        SortedMap<YearMonth, Integer> sums = new TreeMap<>();
        for (Happened it : happened) {
            YearMonth leaves = it.month().plusMonths(WINDOW);
            for (YearMonth month = it.month();
                    month.isBefore(leaves) && !month.isAfter(last);
                    month = month.plusMonths(1)) {
                sums.merge(month, it.times(), Integer::sum);
            }
        }
        if (!sums.isEmpty()) {
            for (YearMonth month = sums.firstKey();
                    !month.isAfter(last);
                    month = month.plusMonths(1)) {
                sums.putIfAbsent(month, 0);
            }
        }
        return sums;
    }
}
