package rubicon.local.postgres;

import java.nio.file.Path;
import java.util.Objects;
import rubicon.local.Durability;

/// Where a PostgreSQL server keeps its things and how it is reached.
///
/// @param data the folder of the database cluster; made if it is missing
/// @param cache where the programs are unpacked; may be shared by several servers of one user
/// @param log the file to which the server's messages are added
/// @param port on loopback
/// @param password of the user `rubicon`; must be the same at every start on the same data
public record PostgresSettings(
        Path data, Path cache, Path log, int port, String password, Durability durability) {
    public PostgresSettings {
        data = data.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        log = log.toAbsolutePath().normalize();
        Objects.requireNonNull(durability, "durability");
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
        }
        if (password.isBlank()) {
            throw new IllegalArgumentException("the password is blank");
        }
    }
}
