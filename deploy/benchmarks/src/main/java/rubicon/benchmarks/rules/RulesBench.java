package rubicon.benchmarks.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import rubicon.benchmarks.Arguments;
import rubicon.benchmarks.Bar;
import rubicon.benchmarks.Contest;
import rubicon.benchmarks.Folders;

/// How many threshold rules a second are evaluated, each on a series of its own, in memory and on
/// one thread; in pairs with the rule engine that one would use otherwise.
public final class RulesBench {
    private static final List<Bar> PEERS = List.of(new Bar(Prometheus.NAME, 100));
    private static final String TITLE = "rules/s";
    private static final int WARM_UPS = 3;
    private static final Duration TURN = Duration.ofSeconds(3);

    private RulesBench() {}

    /// Runs the benchmark and prints what it measured.
    ///
    /// @return whether the median of the pairs meets the bar
    /// @throws IllegalArgumentException if an option is wrong, or Prometheus is not there
    public static boolean run(List<String> line) throws IOException, InterruptedException {
        Arguments options = Arguments.parseContest(line, "pairs", "rules");
        Levels levels = new Levels(options.count("rules", 10_000));
        int pairs = options.count("pairs", 5);
        Contest contest = new Contest(TITLE, options.bars(PEERS));
        Path program = Prometheus.program();
        RuleSweeps sweeps = new RuleSweeps(levels);
        for (int i = 0; i < WARM_UPS; i++) {
            turn(sweeps, new Contest(TITLE, List.of()), "warm-up", levels);
        }
        for (int pair = 1; pair <= pairs; pair++) {
            turn(sweeps, contest, "pair-" + pair, levels);
            turn(program, contest, "pair-" + pair, levels);
        }
        System.out.println();
        System.out.println(contest.table());
        return contest.isMet();
    }

    private static void turn(RuleSweeps sweeps, Contest contest, String pair, Levels levels) {
        Duration busy = Duration.ZERO;
        long evaluated = 0;
        while (busy.compareTo(TURN) < 0) {
            busy = busy.plus(sweeps.sweep());
            evaluated += levels.rules();
        }
        if (sweeps.firing() != sweeps.shouldFire()) {
            throw new IllegalStateException(
                    "%d alerts fire, should be %d".formatted(sweeps.firing(), sweeps.shouldFire()));
        }
        System.out.println(contest.add(pair, Contest.HOUSE, evaluated, busy));
    }

    private static void turn(Path program, Contest contest, String pair, Levels levels)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("rubicon-bench");
        try (Prometheus prometheus = Prometheus.start(program, folder, levels)) {
            Duration evaluation = prometheus.evaluation();
            if (prometheus.firing() == 0 && levels.rules() >= Levels.PERIOD) {
                throw new IllegalStateException("no alert of Prometheus fires");
            }
            System.out.println(contest.add(pair, Prometheus.NAME, levels.rules(), evaluation));
        } finally {
            Folders.delete(folder);
        }
    }
}
