package rubicon.benchmarks.compute;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The programs that the benchmarks take from the machine.
final class Tools {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    private Tools() {}

    /// What keeps a command on the last processor that this process may use.
    ///
    /// @throws IllegalArgumentException if the machine cannot
    static List<String> pinning() throws IOException {
        if (!Files.isReadable(STATUS)) {
            throw new IllegalArgumentException(
                    "this benchmark needs Linux: it keeps to one processor");
        }
        String allowed;
        try (Stream<String> lines = Files.lines(STATUS)) {
            allowed = lines.filter(it -> it.startsWith(ALLOWED)).findFirst().orElse(ALLOWED + "0");
        }
        String program = need("taskset", "util-linux").toString();
        return List.of(program, "--cpu-list", last(allowed.substring(ALLOWED.length())));
    }

    /// The last of a list such as `0-3,6`.
    static String last(String processors) {
        String list = processors.strip();
        return list.substring(Math.max(list.lastIndexOf(','), list.lastIndexOf('-')) + 1);
    }

    /// A program on the path.
    ///
    /// @param packages where it comes from, for who lacks it
    /// @throws IllegalArgumentException if it is not there
    static Path need(String program, String packages) {
        return find(program)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "%s was not found: install it (Debian: package %s), or name the peers that are to take part with --vs"
                                        .formatted(program, packages)));
    }

    /// A Python that has numpy; `RUBICON_PYTHON` names another than python3.
    ///
    /// @throws IllegalArgumentException if there is none
    static Path python() throws IOException, InterruptedException {
        String named = System.getenv("RUBICON_PYTHON");
        Path python = named == null ? need("python3", "python3") : Path.of(named);
        try {
            run(Path.of("."), List.of(python.toString(), "-c", "import numpy"));
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(
                    "%s has no numpy: install it (Debian: package python3-numpy), name a Python that has it in RUBICON_PYTHON, or name the peers that are to take part with --vs"
                            .formatted(python),
                    e);
        }
        return python;
    }

    /// The JVM with a main class of this program, as it is.
    static List<String> java(Class<?> main, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    /// Writes one of this package's files into a folder.
    static Path unpack(String file, Path folder) throws IOException {
        Path unpacked = folder.resolve(file);
        try (InputStream in = Objects.requireNonNull(Tools.class.getResourceAsStream(file), file)) {
            Files.write(unpacked, in.readAllBytes());
        }
        return unpacked;
    }

    /// Runs a command to its end.
    ///
    /// @throws IllegalStateException with what it said, if it failed
    static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "%s failed:%n%s".formatted(String.join(" ", command), said));
        }
    }

    private static Optional<Path> find(String program) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1))
                .map(it -> Path.of(it, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
