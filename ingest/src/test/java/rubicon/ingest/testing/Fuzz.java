package rubicon.ingest.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Feeds a parser with broken variants of an input, from a fixed seed. It has to read each or to
/// say what is wrong, in time and without taking much memory.
public final class Fuzz {
    private static final long SEED = 20261121;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MOST_ALLOCATED = 256L << 20;
    private static final List<String> RUNS = List.of("[", "{", "|", "\"", "- ", "1", "\n", "&a ");
    private static final List<String> VALUES =
            List.of("null", "\"\"", "-1e999", "NaN", "{}", "[]", "\u0000", "9".repeat(400), "*a");

    private Fuzz() {}

    /// Reads an input.
    @FunctionalInterface
    public interface Parser {
        void read(byte[] input) throws Exception;
    }

    /// Feeds it with so many of them.
    ///
    /// @param whole an input that is sound
    /// @param told what the parser throws, with a message, where it says what is wrong
    public static void run(
            int rounds, byte[] whole, Parser parser, List<Class<? extends Exception>> told) {
        assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                    Random random = new Random(SEED);
                    for (int round = 0; round < rounds; round++) {
                        read(round, broken(whole, random), parser, told);
                    }
                });
    }

    private static void read(
            int round, byte[] input, Parser parser, List<Class<? extends Exception>> told) {
        String which = "seed %d, round %d".formatted(SEED, round);
        long before = allocated();
        try {
            parser.read(input);
        } catch (Exception e) {
            if (told.stream().noneMatch(it -> it.isInstance(e))) {
                throw new AssertionError(which, e);
            }
            assertThat(e.getMessage()).as(which).isNotBlank();
        }
        assertThat(allocated() - before).as("bytes taken, " + which).isLessThan(MOST_ALLOCATED);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    /// Ends early, has bytes changed, lost, doubled, another value or a long run of one in it.
    private static byte[] broken(byte[] whole, Random random) {
        int at = random.nextInt(whole.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole, 0, at);
        switch (random.nextInt(6)) {
            case 0 -> {}
            case 1 -> {
                byte[] rest = Arrays.copyOfRange(whole, at, whole.length);
                for (int i = 0; i < 1 + random.nextInt(5); i++) {
                    rest[random.nextInt(rest.length)] = (byte) random.nextInt(256);
                }
                out.writeBytes(rest);
            }
            case 2 -> {
                int from = Math.min(whole.length, at + random.nextInt(50));
                out.write(whole, from, whole.length - from);
            }
            case 3 -> {
                out.write(whole, at, Math.min(200, whole.length - at));
                out.write(whole, at, whole.length - at);
            }
            case 4 -> {
                out.writeBytes(VALUES.get(random.nextInt(VALUES.size())).getBytes(UTF_8));
                int from = Math.min(whole.length, at + random.nextInt(20));
                out.write(whole, from, whole.length - from);
            }
            default -> {
                String run = RUNS.get(random.nextInt(RUNS.size()));
                out.writeBytes(run.repeat(20_000).getBytes(UTF_8));
                out.write(whole, at, whole.length - at);
            }
        }
        return out.toByteArray();
    }
}
