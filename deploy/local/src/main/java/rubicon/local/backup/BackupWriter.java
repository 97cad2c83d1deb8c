package rubicon.local.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the parts of a backup one after the other, its manifest last.
final class BackupWriter implements AutoCloseable {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final FileChannel channel;
    private final ZipOutputStream zip;

    private BackupWriter(FileChannel channel) {
        this.channel = channel;
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    /// Writes into a file that is there and empty.
    static BackupWriter into(Path file) throws IOException {
        return new BackupWriter(FileChannel.open(file, StandardOpenOption.WRITE));
    }

    /// What was written.
    ///
    /// @param count rows or records
    record Written(long count, String sha256) {}

    /// Writes a part's content and tells how many rows or records it has.
    @FunctionalInterface
    interface Content {
        long writeTo(OutputStream out) throws IOException, SQLException;
    }

    Written part(String name, Content content) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest digest = Sha256.create();
        long count;
        try (OutputStream entry = new Entry(zip, digest)) {
            count = content.writeTo(entry);
        }
        zip.closeEntry();
        return new Written(count, HexFormat.of().formatHex(digest.digest()));
    }

    /// Writes the manifest; the file is on the disk when this returns.
    void finish(Manifest manifest) throws IOException {
        byte[] text = JSON.writeValueAsBytes(manifest);
        entry(BackupReader.MANIFEST, text);
        entry(BackupReader.MANIFEST_SHA256, Sha256.of(text).getBytes(StandardCharsets.US_ASCII));
        zip.finish();
        zip.flush();
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void entry(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /// One entry of the file, whose end is not the file's.
    private static final class Entry extends FilterOutputStream {
        private final MessageDigest digest;

        Entry(OutputStream zip, MessageDigest digest) {
            super(zip);
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            digest.update((byte) one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            digest.update(bytes, from, length);
        }

        @Override
        public void close() {
            // the next entry goes on
        }
    }
}
