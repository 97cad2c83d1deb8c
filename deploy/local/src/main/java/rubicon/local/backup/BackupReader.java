package rubicon.local.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Opens a backup, and refuses one that is damaged, or of a form that this Rubicon does not know.
final class BackupReader implements AutoCloseable {
    static final String MANIFEST = "manifest.json";
    static final String MANIFEST_SHA256 = "manifest.sha256";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupReader(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /// @throws BackupFailed if the file is no backup, or one of a newer format
    static BackupReader open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new BackupFailed("%s is no backup, or was cut off.".formatted(file), e);
        }
        try {
            return new BackupReader(file, zip, manifest(file, zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /// Reads every part once.
    ///
    /// @throws BackupFailed naming the first part that is missing or is not what was written
    void check() throws IOException {
        Stream<Part> tables =
                manifest.schemas().stream()
                        .flatMap(schema -> schema.tables().stream())
                        .map(it -> new Part(it.file(), it.sha256()));
        Stream<Part> topics =
                manifest.topics().stream().map(it -> new Part(it.file(), it.sha256()));
        for (Part part : Stream.concat(tables, topics).toList()) {
            check(part);
        }
    }

    /// The content of a part.
    InputStream open(String part) throws IOException {
        return open(file, zip, part);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private record Part(String file, String sha256) {}

    private void check(Part part) throws IOException {
        String found;
        try (var content = new DigestInputStream(open(part.file()), Sha256.create())) {
            content.transferTo(OutputStream.nullOutputStream());
            found = HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (ZipException | java.io.EOFException e) {
            throw damaged(file, part.file());
        }
        if (!found.equals(part.sha256())) {
            throw damaged(file, part.file());
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        try {
            byte[] text = read(file, zip, MANIFEST);
            String sum = new String(read(file, zip, MANIFEST_SHA256), StandardCharsets.US_ASCII);
            if (!Sha256.of(text).equals(sum)) {
                throw damaged(file, MANIFEST);
            }
            JsonNode tree = JSON.readTree(text);
            int format = tree.path("format").asInt();
            if (format > Manifest.FORMAT) {
                throw new BackupFailed(
                        "%s is a backup of format %d, newer than the %d that this Rubicon reads."
                                .formatted(file, format, Manifest.FORMAT));
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (ZipException | JsonProcessingException e) {
            throw new BackupFailed("%s is damaged: %s.".formatted(file, MANIFEST), e);
        }
    }

    private static byte[] read(Path file, ZipFile zip, String part) throws IOException {
        try (InputStream in = open(file, zip, part)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(Path file, ZipFile zip, String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new BackupFailed("%s is no whole backup: it has no %s.".formatted(file, part));
        }
        return zip.getInputStream(entry);
    }

    private static BackupFailed damaged(Path file, String part) {
        return new BackupFailed(
                "%s is damaged: its part %s is not what was written.".formatted(file, part));
    }
}
