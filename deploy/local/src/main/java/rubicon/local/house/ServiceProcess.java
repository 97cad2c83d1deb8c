package rubicon.local.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import rubicon.local.StartFailed;
import rubicon.local.process.Commands;
import rubicon.local.process.LogTail;

/// A service that was started.
final class ServiceProcess {
    // A migration may write large tables anew; a process that ends is noticed at once.
    private static final Duration READY_WITHIN = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final int LOG_LINES = 15;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Service service;
    private final Path log;
    private final Process process;

    private ServiceProcess(Service service, Path log, Process process) {
        this.service = service;
        this.log = log;
        this.process = process;
    }

    /// Starts a service; it is not ready yet.
    static ServiceProcess start(Service service, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(service.jvm());
        command.addAll(
                List.of(
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        service.jar().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(Commands.inOwnSession(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(service.environment());
        try {
            return new ServiceProcess(service, log, builder.start());
        } catch (IOException e) {
            throw new StartFailed(service.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    Service service() {
        return service;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits until it says that it is ready.
    ///
    /// @param goOn run between two looks; what it throws ends the wait
    /// @throws StartFailed if it ends before that, or takes too long
    void awaitReady(Runnable goOn) throws InterruptedException {
        Instant limit = Instant.now().plus(READY_WITHIN);
        while (!isReady(service.port())) {
            goOn.run();
            if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("ended while it started");
            }
            if (Instant.now().isAfter(limit)) {
                throw failed("was not ready in " + READY_WITHIN.toSeconds() + " seconds");
            }
        }
    }

    /// Asks it to end; after a while it is ended.
    ///
    /// @return whether it ended by itself
    boolean stop() {
        if (!process.isAlive()) {
            return true;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                return false;
            }
            return true;
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Whether the service on that port is ready.
    static boolean isReady(int port) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private StartFailed failed(String what) {
        return new StartFailed(
                "%s %s; its log %s ends with:%n%s"
                        .formatted(service.name(), what, log, LogTail.of(log, LOG_LINES)));
    }
}
