package rubicon.local.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import rubicon.local.StartFailed;
import rubicon.local.backup.BackupFailed;
import rubicon.local.process.Commands;
import rubicon.local.process.Processes;

/// The program behind `./rubicon up`, `down`, `status`, `backup` and `restore`.
public final class Launcher {
    private static final Duration DOWN_WITHIN = Duration.ofSeconds(90);
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Path home;
    private final PrintStream out;
    private final PrintStream err;

    Launcher(Path home, PrintStream out, PrintStream err) {
        this.home = home;
        this.out = out;
        this.err = err;
    }

    /// Runs a command; the exit code is 0 if it succeeded, 1 if it failed, 2 if it was misused.
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("rubicon.home", ".")).toAbsolutePath().normalize();
        int code = new Launcher(home, System.out, System.err).run(List.of(arguments));
        System.exit(code);
    }

    /// The version of this Rubicon.
    static String version() {
        var properties = new Properties();
        try (InputStream file = Launcher.class.getResourceAsStream("rubicon.properties")) {
            properties.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    int run(List<String> arguments) throws IOException, InterruptedException {
        try {
            Options options = Options.parse(arguments, home);
            return switch (options.command()) {
                case UP -> options.detach() ? detached(options, arguments) : up(options);
                case DOWN -> down(options);
                case STATUS -> status(options);
                case BACKUP -> backup(options);
                case RESTORE -> restore(options);
            };
        } catch (Usage e) {
            err.println(e.getMessage());
            return MISUSED;
        } catch (StartFailed | BackupFailed e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private int up(Options options) throws IOException, InterruptedException {
        DataFolder data = new DataFolder(options.data());
        HousePorts ports = HousePorts.of(options.portOffset());
        requireStartable(data, ports);
        FolderLock lock = data.lockForHouse();
        try (lock) {
            data.prepare();
            if (Orphans.end(data) > 0) {
                out.println("What a killed house had left running was ended.");
            }
            ports.requireFree();
            run(data, ports, Services.of(home, data, ports, options));
        }
        return OK;
    }

    private void run(DataFolder data, HousePorts ports, Services services)
            throws InterruptedException {
        House house = new House(home, data, ports, services, out);
        Thread stop = new Thread(house::close, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try (house) {
            house.start();
            announce(data, ports);
            house.watch();
        }
    }

    /// Refuses what can be refused before anything is written. In a folder where a house stood, a
    /// port may still be held by what a killed house left.
    private void requireStartable(DataFolder data, HousePorts ports) throws IOException {
        try {
            Services.requireBuilt(home);
            data.requireUsable();
            if (data.isNew()) {
                ports.requireFree();
            }
        } catch (StartFailed e) {
            // Who starts a house there at this moment is the better reason.
            data.requireUnclaimed();
            throw e;
        }
    }

    private void announce(DataFolder data, HousePorts ports) {
        out.println();
        out.println("  Rubicon          http://localhost:%d".formatted(ports.web()));
        out.println("  ingest API       http://localhost:%d/api/v1".formatted(ports.ingest()));
        out.println("  simulator API    http://localhost:%d/api/v1".formatted(ports.simulator()));
        out.println("  credentials      " + data.credentialsFile());
        out.println("  logs             " + data.logs());
        out.println();
        out.println("Ctrl-C, or ./rubicon down, stops everything.");
        out.flush();
    }

    /// Runs the house in a process that outlives this one, and shows its progress until it is
    /// ready.
    private int detached(Options options, List<String> arguments)
            throws IOException, InterruptedException {
        DataFolder data = new DataFolder(options.data());
        requireStartable(data, HousePorts.of(options.portOffset()));
        FolderLock lock = data.lockForStart();
        try (lock) {
            data.prepare();
            return detached(data, arguments);
        }
    }

    private int detached(DataFolder data, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        arguments.stream().filter(it -> !it.equals("--detach")).forEach(command::add);
        Path log = data.log("house");
        Files.deleteIfExists(log);
        Process process =
                new ProcessBuilder(Commands.inOwnSession(command))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        int shown = 0;
        while (true) {
            boolean ended = process.waitFor(200, TimeUnit.MILLISECONDS);
            boolean ready = data.running().filter(RunningHouse::ready).isPresent();
            List<String> lines = Files.readAllLines(log);
            for (; shown < lines.size(); shown++) {
                out.println(lines.get(shown));
            }
            if (ended) {
                return process.exitValue() == OK ? FAILED : process.exitValue();
            }
            if (ready) {
                return OK;
            }
        }
    }

    private int down(Options options) throws IOException, InterruptedException {
        DataFolder data = new DataFolder(options.data());
        Optional<RunningHouse> running = data.running();
        if (running.isEmpty()) {
            boolean orphans = Orphans.end(data) > 0;
            out.println(
                    orphans
                            ? "The house's launcher had been killed; what it left running was ended."
                            : "The house is not running.");
            return OK;
        }
        ProcessHandle launcher = ProcessHandle.of(running.get().pid()).orElseThrow();
        launcher.destroy();
        if (!Processes.endsWithin(launcher, DOWN_WITHIN)) {
            launcher.destroyForcibly();
            Processes.endsWithin(launcher, DOWN_WITHIN);
        }
        Orphans.end(data);
        out.println("The house has stopped.");
        return OK;
    }

    private int backup(Options options) throws IOException, InterruptedException {
        new HouseBackup(home, out)
                .write(new DataFolder(options.data()), options.file().orElseThrow());
        return OK;
    }

    private int restore(Options options) throws IOException, InterruptedException {
        Services.requireBuilt(home);
        new HouseRestore(home, out)
                .restore(new DataFolder(options.data()), options.file().orElseThrow());
        return OK;
    }

    private int status(Options options) throws IOException, InterruptedException {
        Status status = Status.of(new DataFolder(options.data()));
        out.println(options.json() ? status.toJson() : status.toTable());
        return status.ready() ? OK : FAILED;
    }
}
