package rubicon.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A program of another project that a layer needs.
record Program(Path file) {
    /// What it printed, and whether it was content.
    record Run(boolean passed, String output) {}

    /// Looks in the environment (`RUBICON_KUBECTL` for `kubectl`), then on the path.
    static Optional<Program> find(String name) {
        return named(name)
                .or(() ->
                        Stream.of(System.getenv("PATH").split(":", -1))
                                .map(folder -> Path.of(folder, name))
                                .filter(Files::isExecutable)
                                .findFirst()
                                .map(Program::new));
    }

    /// What the environment names.
    static Optional<Program> named(String name) {
        return Optional.ofNullable(
                        System.getenv("RUBICON_" + name.toUpperCase(java.util.Locale.ROOT)))
                .filter(it -> !it.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .map(Program::new);
    }

    Run run(Path folder, Object... arguments) throws InterruptedException {
        List<String> command =
                Stream.concat(Stream.of(file), Stream.of(arguments)).map(Object::toString).toList();
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor() == 0, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
