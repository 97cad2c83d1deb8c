package rubicon.ingest.source.speedrun;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What each record of a ledger gained on the row before it. A record that was timed again is
/// compared with its newest time.
final class Gains {
    private static final int DIGITS = 4;

    private final List<Step> steps;

    private Gains(List<Step> steps) {
        this.steps = steps;
    }

    /// A record after the first.
    ///
    /// @param before time of the row before it
    record Step(LedgerRow row, double before) {

        /// By how much it cut the time, in per cent.
        double percent() {
            return rounded(100 * (1 - row.time() / before));
        }

        private double logGain() {
            return Math.log(before / row.time());
        }

        private boolean isByAi() {
            return row.ai().isPresent();
        }

        /// Whether it was made in the year that ends on a day.
        private boolean isOfYearTo(LocalDate day) {
            return row.day().isAfter(day.minusYears(1)) && !row.day().isAfter(day);
        }
    }

    /// @param rows as the ledger orders them
    static Gains of(List<LedgerRow> rows) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).isRecord()) {
                steps.add(new Step(rows.get(i), rows.get(i - 1).time()));
            }
        }
        return new Gains(List.copyOf(steps));
    }

    /// The records credited to AI.
    List<Step> byAi() {
        return steps.stream().filter(Step::isByAi).toList();
    }

    /// Of the logarithmic gain of the year to each day with a record, the part that is credited to
    /// AI; from the first day on that has a year of records before it.
    ///
    /// @param start day of the first record
    SortedMap<LocalDate, Share> aiShares(LocalDate start) {
        SortedMap<LocalDate, Share> shares = new TreeMap<>();
        for (LocalDate day : steps.stream().map(it -> it.row().day()).toList()) {
            List<Step> year = steps.stream().filter(it -> it.isOfYearTo(day)).toList();
            double total = logGain(year);
            double ai = logGain(year.stream().filter(Step::isByAi).toList());
            if (!day.minusYears(1).isBefore(start) && total > 0 && ai >= 0 && ai <= total) {
                shares.put(day, new Share(rounded(ai / total), numbers(year)));
            }
        }
        return shares;
    }

    /// @param records the numbers that it is about, for a note
    record Share(double value, String records) {}

    private static String numbers(List<Step> steps) {
        return steps.stream()
                .map(it -> it.row().number())
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                all ->
                                        "records %s to %s"
                                                .formatted(all.getFirst(), all.getLast())));
    }

    private static double logGain(Collection<Step> steps) {
        return steps.stream().mapToDouble(Step::logGain).sum();
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).doubleValue();
    }
}
