package rubicon.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The main process of the PostgreSQL server that works on one data folder, as `postmaster.pid`
/// names it.
record Postmaster(ProcessHandle process, Path data) {
    /// The server that runs on the folder now. A file that names a process which is gone, or
    /// another program that got the same number, or a server of another folder, is none.
    static Optional<Postmaster> runningOn(Path data) throws IOException {
        return recordedPid(data)
                .flatMap(ProcessHandle::of)
                .filter(process -> serves(process, data))
                .map(process -> new Postmaster(process, data));
    }

    /// Removes a `postmaster.pid` whose server is gone; PostgreSQL would refuse to start if its
    /// number now belongs to another program.
    static void forgetStale(Path data) throws IOException {
        if (runningOn(data).isEmpty()) {
            Files.deleteIfExists(pidFile(data));
        }
    }

    private static boolean serves(ProcessHandle process, Path data) {
        List<String> arguments = process.info().arguments().map(Arrays::asList).orElse(List.of());
        String command = process.info().command().orElse("");
        int option = arguments.indexOf("-D");
        return process.isAlive()
                && command.endsWith("/postgres")
                && option >= 0
                && option + 1 < arguments.size()
                && arguments.get(option + 1).equals(data.toString());
    }

    private static Optional<Long> recordedPid(Path data) throws IOException {
        try {
            return Files.readAllLines(pidFile(data)).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }
}
