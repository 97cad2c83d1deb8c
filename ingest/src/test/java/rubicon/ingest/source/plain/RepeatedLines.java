package rubicon.ingest.source.plain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.RowReader;
import rubicon.ingest.source.RowReader.Reported;

/// A header and one line many times, made as it is read.
final class RepeatedLines extends InputStream {
    private final byte[] line;
    private byte[] now;
    private int at;
    private int left;

    private RepeatedLines(String header, String line, int times) {
        this.now = (header + "\n").getBytes(UTF_8);
        this.line = (line + "\n").getBytes(UTF_8);
        this.left = times;
    }

    /// How many lines at most were read and not handed over yet, when all are.
    static long mostReadAhead(RowReader reader, String header, String line, int times)
            throws DriftException, IOException {
        RepeatedLines lines = new RepeatedLines(header, line, times);
        long[] handed = new long[1];
        long[] most = new long[1];
        reader.read(
                lines,
                row -> {
                    assertThat(row).isInstanceOf(Reported.class);
                    handed[0]++;
                    most[0] = Math.max(most[0], times - lines.left - handed[0]);
                });
        assertThat(handed[0]).isEqualTo(times);
        return most[0];
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        if (at == now.length) {
            if (left == 0) {
                return -1;
            }
            left--;
            at = 0;
            now = line;
        }
        int count = Math.min(length, now.length - at);
        System.arraycopy(now, at, to, offset, count);
        at += count;
        return count;
    }
}
