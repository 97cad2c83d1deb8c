package rubicon.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import rubicon.ingest.platform.Digests;

/// What can be told of a payload by its bytes.
final class Payloads {
    private static final int START = 200;

    private Payloads() {}

    /// The bytes, if they are not too many.
    static byte[] limited(InputStream in, int limit) throws IOException, UpstreamException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw UpstreamException.lasting("the payload is larger than %d bytes".formatted(limit));
        }
        return bytes;
    }

    /// Unpacks gzip; what is small may unpack to anything, so the limit counts here too.
    static byte[] unzipped(byte[] packed, int limit) throws UpstreamException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return limited(in, limit);
        } catch (EOFException e) {
            throw UpstreamException.passing("the payload ends early");
        } catch (IOException e) {
            throw UpstreamException.passing("the payload is no gzip");
        }
    }

    /// Whether it is gzip, by its first bytes.
    static boolean isZipped(byte[] payload) {
        return payload.length > 2 && payload[0] == 0x1f && (payload[1] & 0xff) == 0x8b;
    }

    /// Whether it is a page for people, such as an error that is answered with status 200.
    static boolean isHtml(byte[] payload) {
        String start = start(payload).toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    /// Whether it only names a large file that Git LFS or DVC keep elsewhere.
    static boolean isPointer(byte[] payload) {
        String start = start(payload);
        return start.startsWith("version https://git-lfs.github.com/spec/")
                || (start.startsWith("outs:") && start.contains("md5: "));
    }

    static boolean isBlank(byte[] payload) {
        return payload.length < START && start(payload).isEmpty();
    }

    /// Lower-case hexadecimal.
    static String sha256(byte[] payload) {
        return HexFormat.of().formatHex(Digests.sha256().digest(payload));
    }

    private static String start(byte[] payload) {
        String start =
                new String(payload, 0, Math.min(payload.length, START), StandardCharsets.UTF_8);
        return (start.startsWith("\uFEFF") ? start.substring(1) : start).strip();
    }
}
