package rubicon.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import rubicon.local.Durability;
import rubicon.local.StartFailed;
import rubicon.local.process.Commands;
import rubicon.local.process.LogTail;
import rubicon.local.process.Processes;

/// A PostgreSQL server on loopback, with one database and one user, both named `rubicon`.
public final class LocalPostgres implements AutoCloseable {
    public static final String USER = "rubicon";
    public static final String DATABASE = "rubicon";

    /// Long enough to recover after a loss of power.
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LOG_LINES = 5;

    private final PostgresSettings settings;
    private final Process process;

    private LocalPostgres(PostgresSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    /// Starts the server and waits until it takes connections. A server that an earlier house left
    /// behind on the same data is stopped first.
    ///
    /// @throws StartFailed with one sentence when it does not come up; nothing is left running then
    public static LocalPostgres start(PostgresSettings settings) throws InterruptedException {
        try {
            Files.createDirectories(settings.log().getParent());
            UserRights rights = UserRights.current();
            PostgresBinaries binaries = PostgresBinaries.unpackInto(settings.cache());
            new Cluster(settings, binaries, rights).createIfMissing();
            stopOrphan(settings.data());
            Postmaster.forgetStale(settings.data());
            var server = new LocalPostgres(settings, launch(settings, binaries, rights));
            server.awaitConnections();
            return server;
        } catch (IOException e) {
            throw new StartFailed("PostgreSQL could not be started: " + e.getMessage(), e);
        }
    }

    /// Stops a server that still runs on the data folder although the house that started it is
    /// gone.
    ///
    /// @return whether there was one
    public static boolean stopOrphan(java.nio.file.Path data)
            throws IOException, InterruptedException {
        var orphan = Postmaster.runningOn(data.toAbsolutePath().normalize());
        if (orphan.isEmpty()) {
            return false;
        }
        ProcessHandle server = orphan.get().process();
        interrupt(server);
        if (!Processes.endsWithin(server, STOP_LIMIT)) {
            server.destroyForcibly();
            Processes.endsWithin(server, STOP_LIMIT);
        }
        return true;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + DATABASE;
    }

    public String password() {
        return settings.password();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /// Completes when the server ends, wanted or not.
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /// Ends open sessions, writes what is to be written and stops. Once it returns, the process is
    /// gone.
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        try {
            interrupt(process.toHandle());
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Process launch(
            PostgresSettings settings, PostgresBinaries binaries, UserRights rights)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(binaries.program("postgres"));
        command.addAll(List.of("-D", settings.data().toString(), "-p", "" + settings.port()));
        String safe = settings.durability() == Durability.LASTING ? "on" : "off";
        for (String setting :
                List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=" + safe,
                        "synchronous_commit=" + safe,
                        "full_page_writes=" + safe,
                        // Rows come in by the hundred thousand: as it is delivered, indexes would
                        // fall out of its memory, and each of many checkpoints would have whole
                        // pages written again. Memory is taken only as it is used.
                        "shared_buffers=512MB",
                        "max_wal_size=2GB",
                        "timezone=UTC",
                        "log_timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        return new ProcessBuilder(Commands.inOwnSession(rights.command(command)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
    }

    private void awaitConnections() throws InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (true) {
            try (Connection connection = connect("postgres")) {
                createDatabaseIfMissing(connection);
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive()) {
                    throw failed("PostgreSQL ended while it started", notYet);
                }
                if (notYet.getSQLState() != null && notYet.getSQLState().startsWith("28")) {
                    close();
                    throw failed("PostgreSQL refuses the password of this house", notYet);
                }
                if (Instant.now().isAfter(limit)) {
                    close();
                    throw failed("PostgreSQL took no connection in " + START_LIMIT, notYet);
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private StartFailed failed(String what, SQLException cause) {
        return new StartFailed(
                what
                        + "; its log "
                        + settings.log()
                        + " ends with: "
                        + LogTail.of(settings.log(), LOG_LINES),
                cause);
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "5");
        String url = "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
        return DriverManager.getConnection(url, properties);
    }

    private static void createDatabaseIfMissing(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, DATABASE);
            try (ResultSet found = query.executeQuery();
                    Statement statement = connection.createStatement()) {
                if (!found.next()) {
                    statement.execute("CREATE DATABASE " + DATABASE);
                }
            }
        }
    }

    /// Asks for a fast shutdown. Java itself can only send SIGTERM, on which PostgreSQL would wait
    /// for its clients to leave.
    private static void interrupt(ProcessHandle server) throws InterruptedException {
        Commands.output(List.of("kill", "-INT", "" + server.pid()), STOP_LIMIT);
    }
}
