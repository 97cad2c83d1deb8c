package rubicon.benchmarks.horizon;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Stream;
import rubicon.benchmarks.Arguments;
import rubicon.benchmarks.Spread;
import rubicon.model.horizon.HorizonBootstrap;
import rubicon.model.horizon.HorizonDraws;
import rubicon.model.horizon.HorizonFit;
import rubicon.model.horizon.HorizonRun;
import rubicon.model.horizon.Weighting;

/// How much processor time the hierarchical bootstrap of time horizons takes inside a running JVM,
/// beside METR's own program, and whether both say the same.
public final class HorizonBench {
    private static final String FILE = "metr-time-horizons/2025-01-11_3a947ac7/all_runs.jsonl.gz";

    /// The next state of that file: 58 of the runs have another verdict.
    private static final String LATER = "metr-time-horizons/2025-01-28_9c1d4e54/all_runs.jsonl.gz";

    private static final int WARM_UPS = 5;
    private static final int MANY = 10_000;
    private static final double MOST_OFF = 0.05;
    private static final long SEED = 42;

    private HorizonBench() {}

    /// Runs the benchmark and prints what it measured.
    ///
    /// @return whether the ratio, the medians and the bytes meet their bars; where METR's file is
    ///   not at hand, the ratio and the bytes alone
    /// @throws IllegalArgumentException if an option is wrong
    public static boolean run(List<String> line) throws IOException, InterruptedException {
        Arguments options =
                Arguments.parse(line, "rounds", "draws", "min-ratio", "runs", "verdicts");
        int rounds = options.count("rounds", 5);
        int draws = options.count("draws", 1_000);
        double minRatio = options.positive("min-ratio", 100);
        Optional<Path> file = file("runs", options, FILE);
        List<HorizonRun> runs = file.isPresent() ? RunFile.read(file.get()) : MadeUpRuns.make();
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "%,d runs, %d agents, %d tasks, %d families; %s",
                        runs.size(),
                        count(runs, HorizonRun::agent),
                        count(runs, HorizonRun::task),
                        count(runs, HorizonRun::family),
                        file.map(it -> "METR's file " + it.getFileName())
                                .orElse(
                                        "MADE UP in the shape of METR's file, which is not at hand"
                                                + " (--runs FILE, or RUBICON_UPSTREAM_DIR)")));
        boolean fast = isFast(runs, rounds, draws, minRatio);
        boolean same = isTheSameOnAnyThreads(runs);
        boolean right = file.isEmpty() || saysWhatMetrSays(file.get(), options);
        return fast && same && right;
    }

    /// The file that an option names, else the one below the folder of upstream files.
    private static Optional<Path> file(String option, Arguments options, String otherwise) {
        Optional<String> named = options.text(option);
        if (named.isPresent()) {
            Path file = Path.of(named.get());
            if (!Files.isReadable(file)) {
                throw new IllegalArgumentException(
                        "--%s: %s cannot be read".formatted(option, file));
            }
            return Optional.of(file);
        }
        return Stream.of(
                        System.getProperty("rubicon.upstream.dir"),
                        System.getenv("RUBICON_UPSTREAM_DIR"))
                .filter(Objects::nonNull)
                .map(folder -> Path.of(folder, otherwise))
                .filter(Files::isReadable)
                .findFirst();
    }

    private static long count(List<HorizonRun> runs, Function<HorizonRun, String> name) {
        return runs.stream().map(name).distinct().count();
    }

    /// Each round prepares, fits and draws anew, as the service does when a run has changed.
    private static boolean isFast(List<HorizonRun> runs, int rounds, int draws, double minRatio) {
        for (int i = 0; i < WARM_UPS; i++) {
            draw(runs, draws);
        }
        List<Double> processor = new ArrayList<>();
        List<Double> clock = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long busy = processorNanos();
            long begin = System.nanoTime();
            draw(runs, draws);
            clock.add((System.nanoTime() - begin) / 1e9);
            processor.add((processorNanos() - busy) / 1e9);
        }
        Spread took = Spread.of(processor);
        double peer = MetrProgram.PROCESSOR_SECONDS * draws / 1_000;
        double ratio = peer / took.median();
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "%,d draws inside a warm JVM: %.3f s of processors (min %.3f, max %.3f), %.3f s by the clock",
                        draws,
                        took.median(),
                        took.min(),
                        took.max(),
                        Spread.of(clock).median()));
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "METR's program, measured on another day: %.1f s of processors, whole process; %.0f times as much",
                        peer,
                        ratio));
        System.out.println(
                String.format(Locale.ROOT, "bar %.0f: %s", minRatio, met(ratio >= minRatio)));
        return ratio >= minRatio;
    }

    private static HorizonDraws draw(List<HorizonRun> runs, int draws) {
        return bootstrap(runs).draw(draws, SEED, List.of(0.5, 0.8));
    }

    private static HorizonBootstrap bootstrap(List<HorizonRun> runs) {
        return new HorizonBootstrap(runs, Weighting.INVERSE_SQRT, HorizonFit.METR_REGULARIZATION);
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static boolean isTheSameOnAnyThreads(List<HorizonRun> runs) {
        List<String> digests = new ArrayList<>();
        for (int threads : List.of(1, 2, 7)) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                digests.add(pool.submit(() -> digest(draw(runs, 1_000))).join());
            }
        }
        boolean same = digests.stream().distinct().count() == 1;
        System.out.println(
                String.format(Locale.ROOT, "same seed on 1, 2 and 7 threads: %s", digests));
        System.out.println(String.format(Locale.ROOT, "bar the same bytes: %s", met(same)));
        return same;
    }

    /// A hash of all draws of all agents.
    static String digest(HorizonDraws draws) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String agent : draws.agents()) {
                for (double rate : List.of(0.5, 0.8)) {
                    for (double minutes : draws.minutes(agent, rate)) {
                        digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(minutes).array());
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// METR's program agrees with the verdicts of the later file, and not with those of the file
    /// that its runs stand in. The bar is about the later ones where they are at hand; both are
    /// shown.
    private static boolean saysWhatMetrSays(Path file, Arguments options) throws IOException {
        boolean own = medians("with the verdicts of the file", RunFile.read(file));
        Optional<Path> later = file("verdicts", options, LATER);
        if (later.isEmpty()) {
            System.out.println("verdicts of a later file are not at hand (--verdicts FILE)");
        }
        boolean right =
                later.isEmpty()
                        ? own
                        : medians(
                                "with the verdicts of 2025-01-28",
                                RunFile.read(file, RunFile.verdicts(later.get())));
        System.out.println(
                String.format(Locale.ROOT, "bar %.0f %%: %s", 100 * MOST_OFF, met(right)));
        return right;
    }

    /// Prints the medians of many draws.
    ///
    /// @return whether they are near enough to those of METR's program
    private static boolean medians(String how, List<HorizonRun> runs) {
        HorizonDraws draws = draw(runs, MANY);
        boolean near = true;
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "medians of %,d draws %s, minutes, beside 1,000 of METR's program:",
                        MANY,
                        how));
        for (MetrProgram.Drawn metr : MetrProgram.DRAWN) {
            HorizonDraws.Interval own = draws.interval(metr.agent(), 0.5, 0.95).orElseThrow();
            double off = own.median() / metr.median() - 1;
            near = near && Math.abs(off) <= MOST_OFF;
            System.out.println(
                    String.format(
                            Locale.ROOT,
                            "  %-24s %5.1f [%5.1f, %5.1f]   METR %5.1f [%5.1f, %5.1f]   %+.1f %%",
                            metr.agent(),
                            own.median(),
                            own.low(),
                            own.high(),
                            metr.median(),
                            metr.low(),
                            metr.high(),
                            100 * off));
        }
        return near;
    }

    private static String met(boolean is) {
        return is ? "met" : "MISSED";
    }
}
