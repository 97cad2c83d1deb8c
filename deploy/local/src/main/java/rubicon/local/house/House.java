package rubicon.local.house;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import rubicon.local.Durability;
import rubicon.local.StartFailed;
import rubicon.local.house.RunningHouse.Part;
import rubicon.local.kafka.KafkaSettings;
import rubicon.local.kafka.LocalKafka;
import rubicon.local.postgres.LocalPostgres;
import rubicon.local.postgres.PostgresSettings;

/// One house: PostgreSQL beside it, Kafka inside this JVM, the services as processes of their own.
/// They start in the order in which they need each other and stop in the reverse.
final class House implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration CALM = Duration.ofSeconds(30);

    private final DataFolder data;
    private final HousePorts ports;
    private final Services services;
    private final Path home;
    private final PrintStream out;
    private final List<ServiceProcess> processes = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;

    House(Path home, DataFolder data, HousePorts ports, Services services, PrintStream out) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.services = services;
        this.out = out;
    }

    /// Starts everything and returns when all is ready.
    ///
    /// @throws StartFailed with one sentence; what was started is stopped by [#close]
    void start() throws InterruptedException {
        Instant begun = Instant.now();
        write(false);
        say("PostgreSQL starts on port " + ports.postgres());
        postgres =
                LocalPostgres.start(
                        new PostgresSettings(
                                data.path().resolve("postgresql"),
                                home.resolve("deploy/local/target/postgresql-programs"),
                                data.log("postgresql"),
                                ports.postgres(),
                                data.databasePassword(),
                                Durability.LASTING));
        say("Kafka starts on port " + ports.kafka());
        kafka =
                LocalKafka.start(
                        new KafkaSettings(
                                data.path().resolve("kafka"),
                                ports.kafka(),
                                ports.kafkaController(),
                                Durability.LASTING));
        data.credentials();
        launch(services.ingest());
        launch(services.simulator());
        launch(services.webUi());
        for (ServiceProcess process : List.copyOf(processes)) {
            process.awaitReady();
            say(
                    "%s is ready on port %d"
                            .formatted(process.service().name(), process.service().port()));
        }
        write(true);
        say(
                "All is ready after %d s"
                        .formatted(Duration.between(begun, Instant.now()).toSeconds()));
    }

    /// Waits for the end, and starts a service again that ended by itself.
    void watch() throws InterruptedException {
        Instant lastRestart = Instant.EPOCH;
        while (!end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            for (int i = 0; i < processes.size(); i++) {
                ServiceProcess process = processes.get(i);
                boolean calm = Duration.between(lastRestart, Instant.now()).compareTo(CALM) > 0;
                if (!process.isAlive() && (calm || lastRestart.equals(Instant.EPOCH))) {
                    lastRestart = Instant.now();
                    say(process.service().name() + " ended by itself and is started again");
                    Path log = data.log(process.service().name());
                    processes.set(i, ServiceProcess.start(process.service(), log));
                    write(true);
                }
            }
        }
    }

    /// Ends [#watch].
    void requestEnd() {
        end.countDown();
    }

    /// Stops the services together, then Kafka, then PostgreSQL. No process is left.
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        end.countDown();
        List<Thread> stopping =
                processes.stream().map(process -> Thread.ofVirtual().start(process::stop)).toList();
        try {
            for (Thread thread : stopping) {
                thread.join();
            }
            if (kafka != null) {
                kafka.close();
            }
            if (postgres != null) {
                postgres.close();
            }
            data.forgetRunning();
            say("All has stopped");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            say("running.json could not be removed: " + e.getMessage());
        }
    }

    private void launch(Service service) throws InterruptedException {
        say("%s starts on port %d".formatted(service.name(), service.port()));
        ServiceProcess process = ServiceProcess.start(service, data.log(service.name()));
        processes.add(process);
        write(false);
        if (service.equals(services.ingest())) {
            // It makes the database's tables and the accounts that the others ask for.
            process.awaitReady();
        }
    }

    private void write(boolean ready) {
        ProcessHandle me = ProcessHandle.current();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("kafka", me.pid(), ports.kafka()));
        if (postgres != null) {
            parts.add(new Part("postgresql", postgres.process().pid(), ports.postgres()));
        }
        for (ServiceProcess process : processes) {
            parts.add(
                    new Part(
                            process.service().name(),
                            process.handle().pid(),
                            process.service().port()));
        }
        data.write(new RunningHouse(me.pid(), DataFolder.startedAtMillis(me), ready, parts));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
