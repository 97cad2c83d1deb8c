package rubicon.ingest.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.CopiedColumn.JsonWriter;

/// Rows in the binary form that PostgreSQL's COPY reads: neither side turns times and numbers into
/// text and back.
///
/// @see <a href="https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS">COPY:
///   file formats, binary</a>
public final class CopyRows {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
    };
    private static final int CHUNK = 1 << 16;
    private static final int NULL = -1;
    private static final short END = -1;
    private static final byte JSONB_VERSION = 1;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final long FIRST_SECOND = FIRST_DAY.toEpochDay() * 86_400;
    private static final VarHandle SHORT = handle(short[].class);
    private static final VarHandle INT = handle(int[].class);
    private static final VarHandle LONG = handle(long[].class);
    private static final JsonFactory JSON = new JsonFactory();

    private byte[] bytes;
    private int size;
    private @Nullable JsonGenerator generator;

    private CopyRows(int expected) {
        bytes = new byte[expected];
    }

    private static VarHandle handle(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
    }

    /// The statement that takes such rows.
    static <T> String statement(String table, List<CopiedColumn<T>> columns) {
        return "copy %s (%s) from stdin (format binary)"
                .formatted(
                        table,
                        columns.stream().map(CopiedColumn::name).collect(Collectors.joining(", ")));
    }

    /// The rows, each written when it is about to be read: PostgreSQL takes the first while the
    /// next are written, and no batch is in memory twice.
    static <T> InputStream of(List<CopiedColumn<T>> columns, Collection<T> rows) {
        return new Rows<>(columns, rows.iterator());
    }

    private static final class Rows<T> extends InputStream {
        private final List<CopiedColumn<T>> columns;
        private final Iterator<T> rows;
        private final CopyRows out = new CopyRows(CHUNK + (CHUNK >> 2));
        private int read;
        private boolean isEnded;

        Rows(List<CopiedColumn<T>> columns, Iterator<T> rows) {
            this.columns = columns;
            this.rows = rows;
            out.raw(SIGNATURE);
            out.putInt(0);
            out.putInt(0);
            write();
        }

        private void write() {
            while (out.size < CHUNK && rows.hasNext()) {
                T row = rows.next();
                out.putShort((short) columns.size());
                for (CopiedColumn<T> column : columns) {
                    column.writer().write(row, out);
                }
            }
            if (!rows.hasNext() && !isEnded) {
                isEnded = true;
                out.putShort(END);
            }
        }

        private boolean isAtEnd() {
            if (read == out.size) {
                read = 0;
                out.size = 0;
                write();
            }
            return out.size == 0;
        }

        @Override
        public int read() {
            return isAtEnd() ? -1 : out.bytes[read++] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int some = Math.min(length, out.size - read);
            System.arraycopy(out.bytes, read, to, offset, some);
            read += some;
            return some;
        }
    }

    void text(@Nullable String value) {
        if (value == null) {
            putInt(NULL);
        } else {
            int length = value.length();
            require(Integer.BYTES + length);
            for (int i = 0; i < length; i++) {
                char c = value.charAt(i);
                if (c >= 0x80) {
                    field(value.getBytes(StandardCharsets.UTF_8));
                    return;
                }
                bytes[size + Integer.BYTES + i] = (byte) c;
            }
            putInt(length);
            size += length;
        }
    }

    void uuid(@Nullable UUID value) {
        if (value == null) {
            putInt(NULL);
        } else {
            putInt(2 * Long.BYTES);
            putLong(value.getMostSignificantBits());
            putLong(value.getLeastSignificantBits());
        }
    }

    void time(@Nullable Instant value) {
        if (value == null) {
            putInt(NULL);
        } else {
            putInt(Long.BYTES);
            putLong((value.getEpochSecond() - FIRST_SECOND) * 1_000_000 + value.getNano() / 1_000);
        }
    }

    void day(@Nullable LocalDate value) {
        if (value == null) {
            putInt(NULL);
        } else {
            putInt(Integer.BYTES);
            putInt(Math.toIntExact(value.toEpochDay() - FIRST_DAY.toEpochDay()));
        }
    }

    void number(@Nullable Double value) {
        if (value == null) {
            putInt(NULL);
        } else {
            putInt(Double.BYTES);
            putLong(Double.doubleToLongBits(value));
        }
    }

    void whole(@Nullable Long value) {
        if (value == null) {
            putInt(NULL);
        } else {
            putInt(Long.BYTES);
            putLong(value);
        }
    }

    void json(@Nullable String value) {
        if (value == null) {
            putInt(NULL);
        } else {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            putInt(text.length + 1);
            raw(JSONB_VERSION);
            raw(text);
        }
    }

    <V> void json(@Nullable V value, JsonWriter<V> writer) {
        if (value == null) {
            putInt(NULL);
            return;
        }
        int start = size;
        putInt(0);
        raw(JSONB_VERSION);
        try {
            JsonGenerator json = generator();
            writer.write(value, json);
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory is always there", e);
        }
        INT.set(bytes, start, size - start - Integer.BYTES);
    }

    /// One for all values: each is a document of its own, with nothing between.
    private JsonGenerator generator() throws IOException {
        JsonGenerator one = generator;
        if (one == null) {
            one = JSON.createGenerator(new Tail());
            one.setPrettyPrinter(new MinimalPrettyPrinter(""));
            generator = one;
        }
        return one;
    }

    /// Appends to the rows.
    private final class Tail extends OutputStream {
        @Override
        public void write(int one) {
            raw((byte) one);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            require(length);
            System.arraycopy(from, offset, bytes, size, length);
            size += length;
        }
    }

    private void field(byte[] value) {
        putInt(value.length);
        raw(value);
    }

    private void raw(byte value) {
        require(1);
        bytes[size++] = value;
    }

    private void raw(byte[] value) {
        require(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void putShort(short value) {
        require(Short.BYTES);
        SHORT.set(bytes, size, value);
        size += Short.BYTES;
    }

    private void putInt(int value) {
        require(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    private void putLong(long value) {
        require(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    private void require(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(size, Math.max(more, size)));
        }
    }
}
