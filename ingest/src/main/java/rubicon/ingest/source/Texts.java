package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;

/// Bytes that somebody else wrote, as text.
public final class Texts {
    private static final char MARK = '\uFEFF';

    private Texts() {}

    /// The text, without a byte order mark.
    ///
    /// @param name of the file, for the message; may be empty
    /// @throws DriftException if it is no UTF-8; the message says where
    public static String utf8(byte[] bytes, String name) throws DriftException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            throw new DriftException(
                    "%s is no text in UTF-8: byte %d is 0x%02X"
                            .formatted(
                                    name.isEmpty() ? "the payload" : name,
                                    in.position(),
                                    bytes[in.position()]));
        }
        out.flip();
        boolean marked = out.hasRemaining() && out.get(0) == MARK;
        return (marked ? out.subSequence(1, out.length()) : out).toString();
    }

    /// The text of a stream, without a byte order mark. Reading on where it is no UTF-8 throws a
    /// [CharacterCodingException].
    public static Reader reader(InputStream in) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(in, UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }
}
