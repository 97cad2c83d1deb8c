package rubicon.benchmarks.compute;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.benchmarks.Arguments;
import rubicon.benchmarks.Bar;
import rubicon.benchmarks.Contest;
import rubicon.benchmarks.Folders;
import rubicon.model.stats.SplitMix64;
import rubicon.simulator.ensemble.Stepper;

/// How many steps a second of a takeoff's equation are integrated on one processor: one trajectory
/// beside the other, five exponentials and logarithms a step.
public final class OdeBench {
    /// Years.
    static final double STEP = 0.01;

    private static final String NUMPY = "numpy";
    private static final String AVX2 = "c-avx2";
    private static final String SCALAR = "scalar";
    private static final List<Bar> PEERS =
            List.of(new Bar(NUMPY, 2), new Bar(AVX2, 0.7), new Bar(SCALAR, 0));
    private static final double TOLERANCE = 1e-11;
    private static final long SEED = 20261121;

    private OdeBench() {}

    /// Runs the benchmark and prints what it measured.
    ///
    /// @return whether the medians of the pairs meet all bars
    /// @throws IllegalArgumentException if an option is wrong, or a peer is not there
    public static boolean run(List<String> line) throws IOException, InterruptedException {
        Arguments options = Arguments.parseContest(line, "pairs", "paths", "steps");
        int paths = options.count("paths", 10_000);
        int steps = options.count("steps", 1_000);
        int pairs = options.count("pairs", 5);
        var contest = new Contest("steps/s", options.bars(PEERS));
        Path folder = Files.createTempDirectory("rubicon-bench");
        Map<String, PinnedProgram> programs = new LinkedHashMap<>();
        try {
            Path parameters = folder.resolve("parameters");
            Files.write(parameters, parameters(paths));
            List<String> of =
                    List.of(
                            parameters.toString(),
                            Integer.toString(paths),
                            Integer.toString(steps));
            programs.put(
                    Contest.HOUSE,
                    PinnedProgram.start(
                            Contest.HOUSE,
                            folder,
                            with(
                                    Tools.java(
                                            OdeTurns.class,
                                            List.of("--add-modules", Stepper.MODULE)),
                                    of)));
            for (Bar peer : contest.bars()) {
                programs.put(
                        peer.peer(),
                        PinnedProgram.start(
                                peer.peer(), folder, with(command(peer.peer(), folder), of)));
            }
            double expected = means(programs);
            new Pairs(programs, (name, found) -> check(name, found, expected))
                    .run(contest, pairs, (long) paths * steps);
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
                    List.of(Tools.python().toString(), Tools.unpack("ode.py", folder).toString());
            case AVX2 -> List.of(compiled(folder).toString());
            default -> Tools.java(OdeTurns.class, List.of());
        };
    }

    private static Path compiled(Path folder) throws IOException, InterruptedException {
        Path program = folder.resolve("ode");
        Tools.run(
                folder,
                List.of(
                        Tools.need("cc", "gcc").toString(),
                        "-O3",
                        "-march=native",
                        "-o",
                        program.toString(),
                        Tools.unpack("ode.c", folder).toString(),
                        "-lm"));
        return program;
    }

    private static List<String> with(List<String> command, List<String> arguments) {
        return java.util.stream.Stream.concat(command.stream(), arguments.stream()).toList();
    }

    /// What the first of them finds; the same parameters give the same each turn.
    private static double means(Map<String, PinnedProgram> programs) throws IOException {
        PinnedProgram house = programs.get(Contest.HOUSE);
        if (house == null) {
            throw new IllegalStateException("the house has no turn");
        }
        return house.turn("0").found().getFirst();
    }

    private static void check(String name, List<Double> found, double expected) {
        if (!(Math.abs(found.getFirst() / expected - 1) <= TOLERANCE)) {
            throw new IllegalStateException(
                    "%s finds a mean of %s, should be %s"
                            .formatted(name, found.getFirst(), expected));
        }
    }

    /// Uniform draws: all shares, then all rhos, drags and paces.
    private static byte[] parameters(int paths) {
        var stream = new SplitMix64(SEED);
        double[][] ranges = {{0.2, 0.8}, {-1.5, -0.5}, {0.1, 0.4}, {0.2, 0.7}};
        ByteBuffer bytes =
                ByteBuffer.allocate(Double.BYTES * ranges.length * paths)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (double[] range : ranges) {
            for (int i = 0; i < paths; i++) {
                bytes.putDouble(range[0] + (range[1] - range[0]) * stream.nextOpenUniform());
            }
        }
        return bytes.array();
    }
}
