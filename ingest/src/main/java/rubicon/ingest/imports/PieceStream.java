package rubicon.ingest.imports;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/// A stream over pieces that are fetched one at a time.
final class PieceStream extends InputStream {
    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = {};
    private int number;
    private int at;

    /// @param pieces by number, from 0; empty after the last
    PieceStream(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return hasMore() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, to, offset, count);
        at += count;
        return count;
    }

    private boolean hasMore() {
        while (at == piece.length) {
            Optional<byte[]> next = pieces.apply(number);
            if (next.isEmpty()) {
                return false;
            }
            piece = next.get();
            number++;
            at = 0;
        }
        return true;
    }
}
