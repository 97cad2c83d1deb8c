package rubicon.ui.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.OpenedLetterPayload.BytesPayload;

/// Bytes as people read them: JSON with its lines indented, other text as it is, anything else in
/// hexadecimal digits with what of it is ASCII beside them.
///
/// @param kind what it is, in a word
/// @param text cut where it is longer than a page shows
record PayloadText(String kind, String text) {
    private static final int MOST = 100_000;
    private static final int ROW = 16;

    /// Every digit stays as it was sent. What says a field twice or goes on after its end is shown
    /// as the text that it is: that may be why it was refused.
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    static PayloadText of(@Nullable BytesPayload bytes) {
        if (bytes == null) {
            return new PayloadText("nothing", "");
        }
        if (bytes.base64() != null) {
            return new PayloadText("bytes", hex(Base64.getDecoder().decode(bytes.base64())));
        }
        String text = bytes.text() == null ? "" : bytes.text();
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isContainerNode()) {
                return new PayloadText("JSON", cut(node.toPrettyString()));
            }
        } catch (JsonProcessingException e) {
            // shown as the text that it is
        }
        return new PayloadText("text", cut(text));
    }

    private static String hex(byte[] bytes) {
        StringBuilder dump = new StringBuilder();
        int shown = Math.min(bytes.length, MOST / 5);
        for (int row = 0; row < shown; row += ROW) {
            StringBuilder digits = new StringBuilder();
            StringBuilder ascii = new StringBuilder();
            for (int i = row; i < Math.min(row + ROW, shown); i++) {
                digits.append(String.format(Locale.ROOT, "%02x ", bytes[i]));
                ascii.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            dump.append(String.format(Locale.ROOT, "%06x  %-48s %s%n", row, digits, ascii));
        }
        return shown < bytes.length
                ? dump + "… %,d bytes more".formatted(bytes.length - shown)
                : dump.toString();
    }

    private static String cut(String text) {
        return text.length() <= MOST
                ? text
                : text.substring(0, MOST)
                        + "%n… %,d characters more".formatted(text.length() - MOST);
    }
}
