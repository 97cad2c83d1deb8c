package rubicon.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Messages that were written out before anybody's turn, so that making them is nobody's work.
///
/// @param file gone when it is closed, and hardly ever on the disk before that
record Prepared(Path file, int size) implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    static Prepared of(Stream<Message> messages) throws IOException {
        Path file = Files.createTempFile("rubicon-bench", ".messages");
        int size = 0;
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            for (Iterator<Message> it = messages.iterator(); it.hasNext(); size++) {
                Message message = it.next();
                write(message.key(), out);
                write(message.value(), out);
            }
        }
        return new Prepared(file, size);
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// Takes keys and values in their order.
    void forEach(BiConsumer<byte[], byte[]> taker) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (int i = 0; i < size; i++) {
                taker.accept(in.readNBytes(in.readInt()), in.readNBytes(in.readInt()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
