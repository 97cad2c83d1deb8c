package rubicon.benchmarks.states;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import rubicon.benchmarks.Arguments;
import rubicon.benchmarks.Bar;
import rubicon.benchmarks.Contest;
import rubicon.benchmarks.Spread;
import rubicon.model.analysis.IndicatorState;
import rubicon.model.analysis.Standing;
import rubicon.model.analysis.StateCalculator;
import rubicon.model.benchmarks.MadeUpLedgers;
import rubicon.model.ledger.Content;
import rubicon.model.observation.Observation;

/// How many states a second are computed from histories, in memory and on one thread: what stands,
/// what is held, frontier, trend, verdict, and forecasts of two lines by four windows; in pairs
/// with the least that anybody would do with the same histories.
public final class StatesBench {
    private static final String YARDSTICK = "sort-and-fit";
    private static final List<Bar> PEERS = List.of(new Bar(YARDSTICK, 0.003));
    private static final String TITLE = "states/s";
    private static final int WARM_UPS = 3;
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private StatesBench() {}

    /// Runs the benchmark and prints what it measured.
    ///
    /// @return whether the median of the pairs meets the bar, and all states together take no
    ///   longer than they may, in the median
    /// @throws IllegalArgumentException if an option is wrong
    public static boolean run(List<String> line) {
        Arguments options =
                Arguments.parseContest(line, "pairs", "indicators", "observations", "max-seconds");
        MadeUpLedgers ledgers =
                MadeUpLedgers.of(
                        options.count("indicators", 1_000), options.count("observations", 100));
        int pairs = options.count("pairs", 5);
        double most = options.positive("max-seconds", 5);
        Contest contest = new Contest(TITLE, options.bars(PEERS));
        var taken = new ArrayList<Double>();
        for (int pair = 1 - WARM_UPS; pair <= pairs; pair++) {
            Contest of = pair > 0 ? contest : new Contest(TITLE, List.of());
            String name = pair > 0 ? "pair-" + pair : "warm-up";
            double seconds = turn(of, name, Contest.HOUSE, ledgers, StatesBench::states);
            turn(of, name, YARDSTICK, ledgers, StatesBench::sortedAndFitted);
            if (pair > 0) {
                taken.add(seconds);
            }
        }
        Spread all = Spread.of(taken);
        System.out.println();
        System.out.println(contest.table());
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "all states once, processor seconds: %.2f / %.2f / %.2f   bar %.1f %s",
                        all.min(),
                        all.median(),
                        all.max(),
                        most,
                        all.median() <= most ? "met" : "missed"));
        return contest.isMet() && all.median() <= most;
    }

    /// Does it again and again for a while; returns the processor seconds for all ledgers once.
    private static double turn(
            Contest contest,
            String pair,
            String name,
            MadeUpLedgers ledgers,
            ToLongFunction<MadeUpLedgers> work) {
        long busy = 0;
        int rounds = 0;
        while (busy < TURN.toNanos()) {
            long begun = THREADS.getCurrentThreadCpuTime();
            long found = work.applyAsLong(ledgers);
            busy += THREADS.getCurrentThreadCpuTime() - begun;
            rounds++;
            if (found != ledgers.ledgers().size()) {
                throw new IllegalStateException(
                        "%s found a line for %d of %d"
                                .formatted(name, found, ledgers.ledgers().size()));
            }
        }
        System.out.println(
                contest.add(
                        pair,
                        name,
                        (long) rounds * ledgers.ledgers().size(),
                        Duration.ofNanos(busy)));
        return busy / 1e9 / rounds;
    }

    /// Returns how many have a trend and a verdict.
    static long states(MadeUpLedgers ledgers) {
        return ledgers.ledgers().stream()
                .map(it ->
                        StateCalculator.state(
                                Standing.of(it.indicator(), it.histories()),
                                List.of(),
                                MadeUpLedgers.TODAY))
                .filter(StatesBench::isWhole)
                .count();
    }

    private static boolean isWhole(IndicatorState it) {
        return it.trend() != null && it.verdict() != null;
    }

    /// The results in the order of their days, the best so far of each day, and a line through
    /// their logarithms.
    ///
    /// @return how many of the lines rise
    static long sortedAndFitted(MadeUpLedgers ledgers) {
        return ledgers.ledgers().stream().filter(StatesBench::rises).count();
    }

    private static boolean rises(MadeUpLedgers.Ledger ledger) {
        List<Observation> sorted =
                ledger.histories().stream()
                        .map(it -> it.statements().getFirst().content())
                        .map(StatesBench::observation)
                        .sorted(Comparator.comparing(Observation::observedOn))
                        .toList();
        double best = 0;
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double squares = 0;
        double products = 0;
        long origin = sorted.getFirst().observedOn().date().toEpochDay();
        for (Observation it : sorted) {
            double value = it.estimate().value();
            if (value > best) {
                best = value;
                double x = it.observedOn().date().toEpochDay() - origin;
                double y = Math.log(value);
                n++;
                sumX += x;
                sumY += y;
                squares += x * x;
                products += x * y;
            }
        }
        return (n * products - sumX * sumY) / (n * squares - sumX * sumX) > 0;
    }

    private static Observation observation(Content content) {
        if (content instanceof Content.Reported it) {
            return it.observation();
        }
        throw new IllegalStateException("only reports are made up");
    }
}
