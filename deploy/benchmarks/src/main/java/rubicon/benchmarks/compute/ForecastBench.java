package rubicon.benchmarks.compute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.benchmarks.Arguments;
import rubicon.benchmarks.Bar;
import rubicon.benchmarks.Contest;
import rubicon.benchmarks.Folders;
import rubicon.model.stats.LogNormal;
import rubicon.model.stats.Mixture;
import rubicon.model.stats.Normal;

/// How many samples a second of a simple forecast are drawn and summed up on one processor: a
/// product of two log-normal quantities, or with 30 % a normal one; its mean and five quantiles.
public final class ForecastBench {
    private static final String SQUIGGLE = "squiggle";
    private static final String NUMPY = "numpy";
    private static final String SQUIGGLE_PACKAGE = "@quri/squiggle-lang@0.10.0";
    private static final List<Bar> PEERS = List.of(new Bar(SQUIGGLE, 10), new Bar(NUMPY, 0.8));

    private static final List<Double> EXPECTED = expected();

    private ForecastBench() {}

    /// Runs the benchmark and prints what it measured.
    ///
    /// @return whether the medians of the pairs meet all bars
    /// @throws IllegalArgumentException if an option is wrong, or a peer is not there
    public static boolean run(List<String> line) throws IOException, InterruptedException {
        Arguments options = Arguments.parseContest(line, "pairs", "samples");
        int samples = options.count("samples", 1_000_000);
        int pairs = options.count("pairs", 5);
        var contest = new Contest("samples/s", options.bars(PEERS));
        Path folder = Files.createTempDirectory("rubicon-bench");
        Map<String, PinnedProgram> programs = new LinkedHashMap<>();
        try {
            programs.put(
                    Contest.HOUSE,
                    PinnedProgram.start(
                            Contest.HOUSE,
                            folder,
                            with(Tools.java(ForecastTurns.class, List.of()), samples)));
            for (Bar peer : contest.bars()) {
                programs.put(
                        peer.peer(),
                        PinnedProgram.start(
                                peer.peer(), folder, with(command(peer.peer(), folder), samples)));
            }
            new Pairs(programs, (name, found) -> check(name, found, samples))
                    .run(contest, pairs, samples);
            return contest.isMet();
        } finally {
            Pairs.close(programs.values());
            Folders.delete(folder);
        }
    }

    private static List<String> command(String peer, Path folder)
            throws IOException, InterruptedException {
        return switch (peer) {
            case NUMPY ->
                    List.of(
                            Tools.python().toString(),
                            Tools.unpack("forecast.py", folder).toString());
            default -> {
                String node = Tools.need("node", "nodejs").toString();
                yield List.of(node, Tools.unpack("forecast.mjs", squiggle()).toString());
            }
        };
    }

    /// Squiggle from the registry of npm, kept for the next time.
    private static Path squiggle() throws IOException, InterruptedException {
        Path cache =
                Path.of(System.getProperty("rubicon.home", "."))
                        .resolve(Path.of("deploy", "benchmarks", "target", "squiggle"));
        if (!Files.isDirectory(cache.resolve("node_modules"))) {
            Path npm = Tools.need("npm", "npm");
            Files.createDirectories(cache);
            System.out.println("Fetching " + SQUIGGLE_PACKAGE + " for the first time.");
            Tools.run(
                    cache,
                    List.of(
                            npm.toString(),
                            "install",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts",
                            "--prefix",
                            cache.toString(),
                            SQUIGGLE_PACKAGE));
        }
        return cache;
    }

    private static List<String> with(List<String> command, int samples) {
        List<String> whole = new ArrayList<>(command);
        whole.add(Integer.toString(samples));
        return whole;
    }

    /// Closed forms: a product of log-normal quantities is log-normal.
    private static List<Double> expected() {
        var product = new LogNormal(0 + 1, Math.hypot(0.5, 0.75), 0);
        var all =
                new Mixture(
                        List.of(
                                new Mixture.Part(0.7, product),
                                new Mixture.Part(0.3, new Normal(5, 2))));
        List<Double> expected = new ArrayList<>();
        double sigma = product.sigma();
        expected.add(0.7 * Math.exp(product.mu() + sigma * sigma / 2) + 0.3 * 5);
        for (double share : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
            expected.add(all.quantile(share));
        }
        return expected;
    }

    /// Fast and wrong does not count: mean and quantiles lie where they must, but for chance and
    /// the accuracy of the sketch.
    static void check(String name, List<Double> found, int samples) {
        double tolerance = 0.002 + 10 / Math.sqrt(samples);
        for (int i = 0; i < EXPECTED.size(); i++) {
            if (found.size() != EXPECTED.size()
                    || !(Math.abs(found.get(i) / EXPECTED.get(i) - 1) <= tolerance)) {
                throw new IllegalStateException(
                        "%s finds %s, should be %s".formatted(name, found, EXPECTED));
            }
        }
    }
}
