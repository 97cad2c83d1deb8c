package rubicon.local.house;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import rubicon.local.Durability;
import rubicon.local.StartFailed;
import rubicon.local.backup.Stores;
import rubicon.local.house.RunningHouse.Part;
import rubicon.local.kafka.KafkaSettings;
import rubicon.local.kafka.LocalKafka;
import rubicon.local.postgres.LocalPostgres;
import rubicon.local.postgres.PostgresSettings;
import rubicon.local.process.Ports;

/// PostgreSQL and Kafka of a house that does not run, on whatever ports are free, for as long as
/// somebody needs them. May be closed by another thread than the one that starts them.
final class BorrowedStores implements AutoCloseable {
    private final Path home;
    private final DataFolder data;
    private boolean closed;
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;

    /// Nothing runs yet.
    BorrowedStores(Path home, DataFolder data) {
        this.home = home;
        this.data = data;
    }

    synchronized Stores startPostgres() throws InterruptedException {
        goOn();
        LocalPostgres started =
                LocalPostgres.start(
                        new PostgresSettings(
                                data.postgresql(),
                                House.postgresPrograms(home),
                                data.log(Part.POSTGRESQL),
                                Ports.free(),
                                data.databasePassword(),
                                Durability.LASTING));
        postgres = started;
        return new Stores(started.jdbcUrl(), LocalPostgres.USER, started.password(), "");
    }

    /// Starts Kafka and tells where it is reached.
    synchronized String startKafka() throws InterruptedException {
        goOn();
        LocalKafka started =
                LocalKafka.start(
                        new KafkaSettings(
                                data.kafka(), Ports.free(), Ports.free(), Durability.LASTING));
        kafka = started;
        return started.bootstrapServers();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (kafka != null) {
            kafka.close();
            kafka = null;
        }
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }

    private void goOn() {
        if (closed) {
            throw new StartFailed("Broken off.");
        }
    }
}
