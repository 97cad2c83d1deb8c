package rubicon.local.house;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import rubicon.local.Durability;
import rubicon.local.StartFailed;
import rubicon.local.house.RunningHouse.Part;
import rubicon.local.kafka.KafkaSettings;
import rubicon.local.kafka.LocalKafka;
import rubicon.local.postgres.LocalPostgres;
import rubicon.local.postgres.PostgresSettings;
import rubicon.local.process.Processes;

/// One house: PostgreSQL beside it, Kafka inside this JVM, the services as processes of their own.
/// The stores start first, then the services; they stop in the reverse order.
///
/// Ctrl-C closes the house from another thread than the one that starts and watches it. Only the
/// holder of this object's monitor starts or stops a process, so that none is forgotten.
final class House implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final DataFolder data;
    private final HousePorts ports;
    private final Services services;
    private final Path home;
    private final PrintStream out;
    private final List<KeptService> kept = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean closed;
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;

    House(Path home, DataFolder data, HousePorts ports, Services services, PrintStream out) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.services = services;
        this.out = out;
    }

    /// Where the programs of PostgreSQL are unpacked.
    static Path postgresPrograms(Path home) {
        return home.resolve("deploy/local/target/postgresql-programs");
    }

    /// Starts everything and returns when all is ready.
    ///
    /// @throws StartFailed with one sentence; what was started is stopped by [#close]
    synchronized void start() throws InterruptedException {
        Instant begun = Instant.now();
        write(false);
        data.credentials();
        startStores();
        // They ask each other only when they are used, so each may come up first.
        for (Service service : services.all()) {
            goOn();
            say("%s starts on port %d".formatted(service.name(), service.port()));
            kept.add(KeptService.start(service, data.log(service.name()), InstantSource.system()));
            write(false);
        }
        for (KeptService it : kept) {
            it.process().awaitReady(this::goOn);
            say("%s is ready on port %d".formatted(it.service().name(), it.service().port()));
        }
        write(true);
        say(
                "All is ready after %d s"
                        .formatted(Duration.between(begun, Instant.now()).toSeconds()));
    }

    /// Waits for the end, and starts again what ended by itself.
    ///
    /// @throws StartFailed if PostgreSQL can not be started again
    void watch() throws InterruptedException {
        while (!end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            look();
        }
    }

    private synchronized void look() throws InterruptedException {
        if (closed) {
            return;
        }
        if (postgres != null && !postgres.process().isAlive()) {
            say("PostgreSQL ended by itself and is started again");
            postgres = startPostgres();
            write(true);
        }
        for (KeptService it : kept) {
            if (it.restartIfDue()) {
                say(it.service().name() + " ended by itself and is started again");
                write(true);
            }
        }
    }

    /// Stops the services together, then Kafka and PostgreSQL. No process is left.
    @Override
    public void close() {
        end.countDown();
        synchronized (this) {
            if (!closed) {
                closed = true;
                stop();
            }
        }
    }

    private void stop() {
        stopServices();
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        try {
            data.forgetRunning();
            say("All has stopped");
        } catch (IOException e) {
            say("running.json could not be removed: " + e.getMessage());
        }
    }

    private void stopServices() {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            kept.forEach(it -> together.execute(() -> stop(it.process())));
        }
    }

    private void stop(ServiceProcess process) {
        if (!process.stop()) {
            say(process.service().name() + " did not end in time and was killed");
        }
    }

    private void startStores() throws InterruptedException {
        say("PostgreSQL starts on port " + ports.postgres());
        postgres = startPostgres();
        write(false);
        goOn();
        say("Kafka starts on port " + ports.kafka());
        kafka =
                LocalKafka.start(
                        new KafkaSettings(
                                data.kafka(),
                                ports.kafka(),
                                ports.kafkaController(),
                                Durability.LASTING));
    }

    private LocalPostgres startPostgres() throws InterruptedException {
        return LocalPostgres.start(
                new PostgresSettings(
                        data.postgresql(),
                        postgresPrograms(home),
                        data.log(Part.POSTGRESQL),
                        ports.postgres(),
                        data.databasePassword(),
                        Durability.LASTING));
    }

    private void goOn() {
        if (end.getCount() == 0) {
            throw new StartFailed("The start was broken off.");
        }
    }

    private void write(boolean ready) {
        ProcessHandle me = ProcessHandle.current();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(Part.KAFKA, me, ports.kafka()));
        if (postgres != null) {
            parts.add(Part.of(Part.POSTGRESQL, postgres.process(), ports.postgres()));
        }
        for (KeptService it : kept) {
            Service service = it.service();
            parts.add(Part.of(service.name(), it.process().handle(), service.port()));
        }
        data.write(new RunningHouse(me.pid(), Processes.startedAtMillis(me), ready, parts));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
