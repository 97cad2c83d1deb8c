package rubicon.ingest.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Lets one replica of the service do a thing at a time. The lock belongs to a database session of
/// its own, so it ends with the process that held it, however that ends.
@ApplicationScoped
public class DatabaseLock {
    private static final Logger LOG = Logger.getLogger(DatabaseLock.class);

    private final DataSource database;

    DatabaseLock(DataSource database) {
        this.database = database;
    }

    /// A lock that is held until it is closed.
    public static final class Held implements AutoCloseable {
        private final Connection session;

        Held(Connection session) {
            this.session = session;
        }

        @Override
        public void close() {
            try (session;
                    PreparedStatement all =
                            session.prepareStatement("select pg_advisory_unlock_all()")) {
                all.execute();
            } catch (SQLException e) {
                // The pool drops a session that is broken, and the lock goes with it.
                LOG.warnf("Lock not released error=%s", e.getMessage());
            }
        }
    }

    /// The lock of that name, if nobody holds it.
    public Optional<Held> tryLock(String name) {
        try {
            Connection session = database.getConnection();
            boolean held = false;
            try {
                held = lock(session, name);
                return held ? Optional.of(new Held(session)) : Optional.empty();
            } finally {
                if (!held) {
                    session.close();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock '" + name + "' failed", e);
        }
    }

    private static boolean lock(Connection session, String name) throws SQLException {
        try (PreparedStatement ask =
                session.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            ask.setString(1, "rubicon." + name);
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
