package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.ui.testing.Wire;

final class SparklineTest {
    @Test
    void theLineBeginsAtTheLowerLeftAndEndsAtTheUpperRight() {
        String svg = Sparkline.svg(Wire.state(1).frontier(), YScale.LOG);

        assertThat(svg).contains("d=\"M3.0 25.0H").contains("cx=\"97.0\" cy=\"3.0\"");
    }

    @Test
    void onePointHasNoCourse() {
        assertThat(Sparkline.svg(List.of(Wire.state(1).frontier().getFirst()), YScale.LOG))
                .isEmpty();
    }

    @Test
    void equalValuesAreALineInTheMiddle() {
        var flat =
                List.of(
                        Wire.point("a", "2025-01-01", 5, 4, 6),
                        Wire.point("b", "2025-02-01", 5, 4, 6));

        assertThat(Sparkline.svg(flat, YScale.LINEAR))
                .contains("M3.0 14.0")
                .contains("cy=\"14.0\"");
    }
}
