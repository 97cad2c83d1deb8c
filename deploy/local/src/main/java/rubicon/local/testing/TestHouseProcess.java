package rubicon.local.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import rubicon.local.Durability;
import rubicon.local.kafka.KafkaSettings;
import rubicon.local.kafka.LocalKafka;
import rubicon.local.postgres.LocalPostgres;
import rubicon.local.postgres.PostgresSettings;
import rubicon.local.process.Folders;
import rubicon.local.process.Ports;

/// The JVM in which a [TestHouse] runs: Kafka inside, PostgreSQL beside it, in a folder that is
/// deleted at its end. It ends when the test JVM does.
final class TestHouseProcess {
    static final String FOLDER_PREFIX = "rubicon-test-house-";
    static final String READY_FILE = "ready.properties";
    private static final String OWNER_FILE = "owner.pid";

    private final Path folder;
    private final CountDownLatch end = new CountDownLatch(1);

    private TestHouseProcess(Path folder) {
        this.folder = folder;
    }

    /// Runs until the owner ends.
    ///
    /// @param arguments the folder, and the process whose end is the end of the house
    public static void main(String[] arguments) throws Exception {
        long owner = Long.parseLong(arguments[1]);
        Path folder = Path.of(arguments[0]);
        Files.writeString(folder.resolve(OWNER_FILE), "" + ProcessHandle.current().pid());
        sweep(folder);
        new TestHouseProcess(folder).run(owner);
    }

    private void run(long owner) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(end::countDown));
        Thread.ofVirtual().start(() -> awaitEndOf(owner));
        String password = UUID.randomUUID().toString();
        var postgresSettings =
                new PostgresSettings(
                        folder.resolve("postgresql"),
                        cache(),
                        folder.resolve("postgresql.log"),
                        Ports.free(),
                        password,
                        Durability.FLEETING);
        var kafkaSettings =
                new KafkaSettings(
                        folder.resolve("kafka"), Ports.free(), Ports.free(), Durability.FLEETING);
        try (LocalPostgres postgres = LocalPostgres.start(postgresSettings);
                LocalKafka kafka = LocalKafka.start(kafkaSettings)) {
            announce(
                    new HouseAddresses(
                            kafka.bootstrapServers(),
                            postgres.jdbcUrl(),
                            LocalPostgres.USER,
                            password));
            end.await();
        }
        // A start that failed leaves the folder to the test JVM, which shows its log.
        Folders.delete(folder);
    }

    private void awaitEndOf(long owner) {
        ProcessHandle.of(owner).ifPresent(process -> process.onExit().join());
        end.countDown();
    }

    private void announce(HouseAddresses addresses) throws IOException {
        var properties = new Properties();
        properties.putAll(addresses.toProperties());
        var text = new StringWriter();
        properties.store(text, null);
        Folders.writePrivate(folder.resolve(READY_FILE), text.toString());
    }

    /// The programs of PostgreSQL are unpacked once per user, not once per test run. A folder that
    /// somebody else has put there is not trusted.
    private Path cache() throws IOException {
        Path shared = temporary().resolve("rubicon-postgresql-" + System.getProperty("user.name"));
        Files.createDirectories(shared);
        return Files.getOwner(shared).equals(Files.getOwner(folder))
                ? shared
                : folder.resolve("programs");
    }

    /// Test houses that were killed leave PostgreSQL and their folder behind: both go now.
    private static void sweep(Path own) throws IOException, InterruptedException {
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(temporary(), FOLDER_PREFIX + "*")) {
            for (Path other : folders) {
                if (!other.equals(own) && isAbandoned(other)) {
                    LocalPostgres.stopOrphan(other.resolve("postgresql"));
                    Folders.delete(other);
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder) {
        try {
            long owner = Long.parseLong(Files.readString(folder.resolve(OWNER_FILE)).strip());
            return Files.isWritable(folder) && ProcessHandle.of(owner).isEmpty();
        } catch (IOException | NumberFormatException stillBeginning) {
            return false;
        }
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
