package rubicon.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Command lines of child processes.
public final class Commands {
    private Commands() {}

    /// The command in a session of its own where the system can do so, so that Ctrl-C reaches the
    /// launcher alone and children end in its order. `setsid` replaces itself by the command: the
    /// process id stays.
    public static List<String> inOwnSession(List<String> command) {
        var all = new ArrayList<String>();
        onPath("setsid").ifPresent(setsid -> all.add(setsid.toString()));
        all.addAll(command);
        return List.copyOf(all);
    }

    /// Where the shell would find the tool.
    public static Optional<Path> onPath(String tool) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder).resolve(tool);
            if (Files.isExecutable(candidate) && Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /// What a command that ends by itself says on its standard output.
    ///
    /// @return empty when it could not be started, failed or took longer than `limit`
    public static Optional<String> output(List<String> command, Duration limit)
            throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
