package rubicon.model.recordledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.trend.DatedValue;

/// Where a series of records changes: how often they come, and how far each goes beyond the one
/// before. Sizes are judged by their logarithms, which are nearer to normal than they are; only the
/// search for a single bold step takes them as they are.
///
/// Ours: windows, priors and the reference of the cumulative sum, as each says.
///
/// @param steps how many there are: one fewer than records
/// @param rate the best place to cut the dates into one rate before and another after; empty with
///   too few steps
/// @param bold steps that stand out from the [#WINDOW] before them by [#BOLD] robust deviations
/// @param segments stretches of steps of one size, oldest first; one where it never changes; empty
///   with too few steps, or where more than half of them are alike
/// @param recentChange chance that the size changed within the last [#RECENT] steps, with a prior
///   that takes mean and spread from the steps themselves; empty with too few steps
/// @param rises dates at which the cumulative sum gave an alarm, as [SizeChanges] tells: steps have
///   become larger than those of the first half
/// @param falls the same for steps that have become smaller
public record RecordChanges(
        int steps,
        Optional<Rate> rate,
        List<Bold> bold,
        List<Stretch> segments,
        OptionalDouble recentChange,
        List<LocalDate> rises,
        List<LocalDate> falls) {
    /// Fewest steps that are looked at.
    public static final int LEAST = 8;

    /// Steps that a bold one is held against.
    public static final int WINDOW = 8;

    /// Robust deviations of a bold step.
    public static final double BOLD = 3.5;

    /// Longest run of steps that counts as recent.
    public static final int RECENT = 5;

    private static final double HAZARD = 1.0 / 20;
    private static final double YEAR = 365.25;

    public RecordChanges {
        bold = List.copyOf(bold);
        segments = List.copyOf(segments);
        rises = List.copyOf(rises);
        falls = List.copyOf(falls);
    }

    /// A change of how often records come.
    ///
    /// @param on the last record at the earlier rate
    /// @param before records a year until then
    /// @param after records a year since
    /// @param chance of a cut at least as clear if the rate never changed
    public record Rate(LocalDate on, double before, double after, double chance) {}

    /// A step that stands out.
    ///
    /// @param size on the series' scale
    /// @param score robust deviations above the median of those before
    public record Bold(LocalDate on, String name, double size, double score) {}

    /// Steps of one size.
    ///
    /// @param from date of the first
    /// @param size geometric mean
    public record Stretch(LocalDate from, int steps, double size) {}

    /// Looks for changes.
    ///
    /// @param records on the scale on which steps are compared, each above those before it, oldest
    ///   first, of different dates
    /// @param today until when records were looked for, not before the last
    /// @param seed of the draws behind [Rate#chance], segments and alarms
    public static RecordChanges of(List<DatedValue> records, LocalDate today, long seed) {
        int n = Math.max(0, records.size() - 1);
        if (n < LEAST) {
            return new RecordChanges(
                    n,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    OptionalDouble.empty(),
                    List.of(),
                    List.of());
        }
        double[] sizes = new double[n];
        double[] times = new double[n];
        for (int i = 0; i < n; i++) {
            sizes[i] = records.get(i + 1).value() - records.get(i).value();
            times[i] = records.get(i + 1).day() - records.getFirst().day();
        }
        double[] logs = Arrays.stream(sizes).map(Math::log).toArray();
        SizeChanges sizesChange = SizeChanges.of(logs, seed);
        return new RecordChanges(
                n,
                Optional.of(rate(records, times, today, seed)),
                bold(records, sizes),
                Segments.penalty(logs) == 0
                        ? List.of()
                        : stretches(records, logs, sizesChange.segments()),
                recentChange(logs),
                dates(records, sizesChange.rises()),
                dates(records, sizesChange.falls()));
    }

    private static Rate rate(List<DatedValue> records, double[] times, LocalDate today, long seed) {
        double end = today.toEpochDay() - records.getFirst().day();
        RateChange change = RateChange.of(times, end);
        return new Rate(
                records.get(change.afterEvent()).date(),
                change.before() * YEAR,
                change.after() * YEAR,
                change.chance(times.length, RateChange.DRAWS, seed));
    }

    private static List<Bold> bold(List<DatedValue> records, double[] sizes) {
        RobustJump jumps = RobustJump.of(sizes, WINDOW, BOLD);
        List<Bold> bold = new ArrayList<>();
        for (int at : jumps.jumps()) {
            DatedValue record = records.get(at + 1);
            bold.add(
                    new Bold(
                            record.date(),
                            record.name(),
                            sizes[at],
                            jumps.scores().get(at - WINDOW)));
        }
        return bold;
    }

    private static List<Stretch> stretches(List<DatedValue> records, double[] logs, Segments cut) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= cut.cuts().size(); i++) {
            int to = i < cut.cuts().size() ? cut.cuts().get(i) : logs.length;
            stretches.add(
                    new Stretch(
                            records.get(from + 1).date(), to - from, Math.exp(cut.means().get(i))));
            from = to;
        }
        return stretches;
    }

    private static OptionalDouble recentChange(double[] logs) {
        double mean = NeumaierSum.mean(logs);
        double variance = variance(logs, mean);
        if (variance == 0) {
            return OptionalDouble.empty();
        }
        RunLengths runs =
                RunLengths.of(logs, HAZARD, new RunLengths.Prior(mean, 1, 1, variance), RECENT);
        return OptionalDouble.of(runs.recentChange().getLast());
    }

    private static List<LocalDate> dates(List<DatedValue> records, List<Integer> steps) {
        return steps.stream().map(at -> records.get(at + 1).date()).toList();
    }

    private static double variance(double[] y, double mean) {
        return NeumaierSum.of(Arrays.stream(y).map(it -> (it - mean) * (it - mean)).toArray())
                / (y.length - 1);
    }
}
