package rubicon.ingest.source.evaltool;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that gives up after so many bytes.
final class Limited extends FilterInputStream {
    private final long most;
    private long count;

    Limited(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /// How many bytes were read.
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            counted(1);
        }
        return read;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read = super.read(to, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        counted(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void counted(long more) throws IOException {
        count += more;
        if (count > most) {
            throw new IOException("it is larger than %d bytes".formatted(most));
        }
    }
}
