package rubicon.local.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import rubicon.local.StartFailed;
import rubicon.local.process.Commands;
import rubicon.local.process.Folders;
import rubicon.local.process.LogTail;

/// PostgreSQL and Kafka for the tests of this JVM, started by the first test that asks and gone
/// when the JVM ends, however it ends.
///
/// They run in a JVM of their own: a test framework that loads classes several times, or brings
/// another logging library, then neither starts a second pair nor breaks the first.
public final class TestHouse {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LOG_LINES = 30;

    private TestHouse() {}

    /// Starts both unless they run, and tells where they are.
    ///
    /// @throws StartFailed when they do not come up; its message ends with their log
    public static HouseAddresses shared() throws InterruptedException {
        // The one lock that all class loaders of this JVM see.
        synchronized (Runtime.getRuntime()) {
            Optional<HouseAddresses> running = HouseAddresses.from(System::getProperty);
            if (running.isPresent()) {
                return running.get();
            }
            HouseAddresses started = start();
            started.toProperties().forEach(System::setProperty);
            return started;
        }
    }

    private static HouseAddresses start() throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory(TestHouseProcess.FOLDER_PREFIX);
            Path log = folder.resolve("house.log");
            return awaitAddresses(launch(folder, log), folder, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path folder, Path log) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                List.of(
                        java,
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestHouseProcess.class.getName(),
                        folder.toString(),
                        "" + ProcessHandle.current().pid());
        return new ProcessBuilder(Commands.inOwnSession(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static HouseAddresses awaitAddresses(Process process, Path folder, Path log)
            throws IOException, InterruptedException {
        Path ready = folder.resolve(TestHouseProcess.READY_FILE);
        Instant limit = Instant.now().plus(LIMIT);
        while (!Files.exists(ready)) {
            if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                    || Instant.now().isAfter(limit)) {
                process.destroy();
                String tail = LogTail.of(log, LOG_LINES);
                Folders.delete(folder);
                throw new StartFailed("The test house did not come up: " + tail);
            }
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(ready)));
        return HouseAddresses.from(properties::getProperty).orElseThrow();
    }
}
