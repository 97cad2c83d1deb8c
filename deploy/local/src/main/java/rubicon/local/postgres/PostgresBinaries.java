package rubicon.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import rubicon.local.StartFailed;
import rubicon.local.process.Folders;

/// The programs of PostgreSQL, unpacked once from the class path into a folder.
///
/// @param home the folder that holds `bin`, `lib` and `share`
record PostgresBinaries(Path home) {
    private static final int OWNER_EXECUTES = 0100;

    /// Unpacks the programs into a sub-folder of `cache`, or finds them there. Several processes
    /// may do so at once: each unpacks beside, one moves its folder into place.
    ///
    /// @param cache a folder that only this user can write
    static PostgresBinaries unpackInto(Path cache) throws IOException {
        String archive = Platform.current().archive();
        byte[] packed = read("/" + archive + ".txz");
        Path home = cache.resolve(archive + "-" + Integer.toHexString(fingerprint(packed)));
        Folders.createPrivate(cache);
        if (!Files.isDirectory(home)) {
            Path fresh = Files.createTempDirectory(cache, "unpacking");
            try {
                unpack(packed, fresh);
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException
                    | DirectoryNotEmptyException
                    | AtomicMoveNotSupportedException another) {
                if (!Files.isDirectory(home)) {
                    throw another;
                }
            } finally {
                Folders.delete(fresh);
            }
        }
        return new PostgresBinaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static int fingerprint(byte[] packed) {
        var crc = new java.util.zip.CRC32C();
        crc.update(packed);
        return (int) crc.getValue();
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream stream = PostgresBinaries.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new StartFailed(
                        "PostgreSQL is not on the class path: " + resource + " is missing.");
            }
            return stream.readAllBytes();
        }
    }

    private static void unpack(byte[] packed, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new BufferedInputStream(
                                new XZInputStream(new java.io.ByteArrayInputStream(packed))))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("the archive reaches outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(target.resolve(entry.getLinkName()), file, LinkOption.NOFOLLOW_LINKS);
        } else {
            Files.copy(content, file);
            Files.setPosixFilePermissions(file, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions =
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if ((mode & OWNER_EXECUTES) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        return permissions;
    }
}
