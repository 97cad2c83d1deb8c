package rubicon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class AddressesTest {
    @Test
    void keysStandInTheirOrderWhateverTheMapsOrder() {
        assertThat(Addresses.of("a", Map.of("yScale", "log", "ci", "none", "tab", "table")))
                .isEqualTo("a?ci=none&tab=table&yScale=log");
    }

    @Test
    void timesStayReadableAndTheRestIsEncoded() {
        assertThat(Addresses.of("a", Map.of("asOf", "2026-02-01T00:00:00Z")))
                .isEqualTo("a?asOf=2026-02-01T00:00:00Z");
        assertThat(Addresses.of("a", Map.of("q", "50 % & more")))
                .isEqualTo("a?q=50%20%25%20%26%20more");
    }

    @Test
    void whatTheRouterHandsOverIsTheTextOfTheSegment() {
        assertThat(Addresses.decoded("%3Cscript%3E")).isEqualTo("<script>");
        assertThat(Addresses.segment(Addresses.decoded("%3Cscript%3E"))).isEqualTo("%3Cscript%3E");
        assertThat(Addresses.decoded("a+b")).isEqualTo("a+b");
        assertThat(Addresses.decoded("100%")).isEqualTo("100%");
    }

    @Test
    void nothingToSayLeavesThePathAlone() {
        assertThat(Addresses.of("alerts", Map.of())).isEqualTo("alerts");
    }
}
