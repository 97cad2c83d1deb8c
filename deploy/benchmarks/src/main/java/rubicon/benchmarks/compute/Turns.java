package rubicon.benchmarks.compute;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The house's side of a [PinnedProgram]. What the JVM does beside the work, such as compiling it,
/// counts.
final class Turns {
    private static final Path THREADS = Path.of("/proc/self/task");

    private Turns() {}

    /// What is measured.
    @FunctionalInterface
    interface Work {
        /// One turn: from the line that came in to what was found.
        double[] of(String line);
    }

    /// Has a turn for each line that comes in, until none does.
    static void take(Work work) throws IOException {
        System.out.println("ready");
        try (var in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                long begun = busy();
                double[] found = work.of(line);
                long taken = busy() - begun;
                System.out.println(
                        taken
                                + Arrays.stream(found)
                                        .mapToObj(it -> " " + it)
                                        .collect(Collectors.joining()));
            }
        }
    }

    /// Nanoseconds of the processor that all threads of this process had: the JVM tells those of a
    /// process in hundredths of a second only.
    private static long busy() throws IOException {
        long sum = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                String[] figures = Files.readString(thread.resolve("schedstat")).split(" ", -1);
                sum += Long.parseLong(figures[0]);
            }
        }
        return sum;
    }
}
