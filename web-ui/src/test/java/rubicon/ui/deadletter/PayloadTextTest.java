package rubicon.ui.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import rubicon.ui.client.OpenedLetterPayload.BytesPayload;

final class PayloadTextTest {
    @Test
    void jsonIsIndentedWithEveryDigitKept() {
        PayloadText it = text("{\"value\":0.10000000000000000000000010,\"of\":[1]}");

        assertThat(it.kind()).isEqualTo("JSON");
        assertThat(it.text().lines())
                .containsExactly(
                        "{",
                        "  \"value\" : 0.10000000000000000000000010,",
                        "  \"of\" : [ 1 ]",
                        "}");
    }

    @Test
    void textThatIsNoJsonIsShownAsItIs() {
        assertThat(text("{\"a\": 1} and more"))
                .isEqualTo(new PayloadText("text", "{\"a\": 1} and more"));
        assertThat(text("{\"a\":1,\"a\":2}"))
                .isEqualTo(new PayloadText("text", "{\"a\":1,\"a\":2}"));
        assertThat(text("12")).isEqualTo(new PayloadText("text", "12"));
        assertThat(text("")).isEqualTo(new PayloadText("text", ""));
    }

    @Test
    void bytesAreShownInHexadecimalDigitsWithTheirAsciiBeside() {
        byte[] bytes = "0123456789abcdef\0Z".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        bytes[0] = (byte) 0xff;

        PayloadText it =
                PayloadText.of(new BytesPayload(null, Base64.getEncoder().encodeToString(bytes)));

        assertThat(it.kind()).isEqualTo("bytes");
        assertThat(it.text().lines().toList())
                .containsExactly(
                        "000000  ff 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  .123456789abcdef",
                        "000010  00 5a                                            .Z");
    }

    @Test
    void whatIsLongerThanAPageShowsIsCutAndSaysSo() {
        assertThat(text("x".repeat(1_000_000)).text())
                .hasSizeLessThan(100_100)
                .endsWith("… 900,000 characters more");
        String base64 = Base64.getEncoder().encodeToString(new byte[1_000_000]);
        assertThat(PayloadText.of(new BytesPayload(null, base64)).text())
                .endsWith("… 980,000 bytes more");
    }

    @Test
    void nothingIsNothing() {
        assertThat(PayloadText.of(null)).isEqualTo(new PayloadText("nothing", ""));
    }

    private static PayloadText text(String text) {
        return PayloadText.of(new BytesPayload(text, null));
    }
}
