package rubicon.benchmarks.compute;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import rubicon.local.process.LogTail;

/// A program that stays on one processor and has a turn whenever it is told a line: it answers with
/// the nanoseconds that it kept the processor busy and the numbers that it found. Its first line is
/// `ready`.
final class PinnedProgram implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final String name;
    private final Process process;
    private final BufferedReader from;
    private final BufferedWriter to;
    private final Path log;

    private PinnedProgram(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.from =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.to =
                new BufferedWriter(
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.log = log;
    }

    /// A turn.
    ///
    /// @param found in the order in which the program tells it
    record Turn(Duration took, List<Double> found) {
        Turn {
            found = List.copyOf(found);
        }

        /// Such as `1200 0.5 3.25`.
        static Turn parse(String line) {
            String[] words = line.strip().split(" ", -1);
            return new Turn(
                    Duration.ofNanos(Long.parseLong(words[0])),
                    Arrays.stream(words).skip(1).map(Double::valueOf).toList());
        }
    }

    /// Starts one and waits until it is ready.
    ///
    /// @param folder its own, where its errors are written too
    static PinnedProgram start(String name, Path folder, List<String> command) throws IOException {
        List<String> pinned = new ArrayList<>(Tools.pinning());
        pinned.addAll(command);
        Path log = folder.resolve(name + ".log");
        var builder = new ProcessBuilder(pinned).directory(folder.toFile());
        // One processor is one thread: what would start more is told so.
        for (String limit : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            builder.environment().put(limit, "1");
        }
        var program = new PinnedProgram(name, builder.redirectError(log.toFile()).start(), log);
        String first = program.line();
        // A JVM says on its first lines which modules of it incubate.
        while (!first.equals("ready")) {
            first = program.line();
        }
        return program;
    }

    /// One turn.
    ///
    /// @param line what the program is told, such as a seed
    Turn turn(String line) throws IOException {
        to.write(line);
        to.newLine();
        to.flush();
        return Turn.parse(line());
    }

    private String line() throws IOException {
        String line = from.readLine();
        if (line == null) {
            throw new IllegalStateException(
                    "%s has ended:%n%s".formatted(name, LogTail.of(log, 20)));
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
