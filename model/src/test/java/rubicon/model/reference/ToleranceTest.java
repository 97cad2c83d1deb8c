package rubicon.model.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToleranceTest {
    private final Tolerance tolerance = new Tolerance(0.01, 0.001);

    @Test
    void aNumberMayBeOffByTheLargerOfBothTolerances() {
        assertThat(tolerance.misses(100.0, 101.0)).isEmpty();
        assertThat(tolerance.misses(100.0, 101.1)).containsExactly(" is 101.1, not 100.0");
        assertThat(tolerance.misses(0.0, -0.001)).isEmpty();
        assertThat(tolerance.misses(0.0, 0.0011)).hasSize(1);
    }

    @Test
    void aWholeNumberMatchesExactly() {
        assertThat(tolerance.misses(1000, 1000.0)).isEmpty();
        assertThat(tolerance.misses(1000, 1001)).hasSize(1);
        assertThat(tolerance.misses(1000, 1000.5)).hasSize(1);
    }

    @Test
    void infinityIsATextAndTheUndefinedIsNull() {
        assertThat(tolerance.misses("Infinity", Double.POSITIVE_INFINITY)).isEmpty();
        assertThat(tolerance.misses("-Infinity", Double.POSITIVE_INFINITY)).hasSize(1);
        assertThat(tolerance.misses(null, Double.NaN)).isEmpty();
        assertThat(tolerance.misses(1.0, Double.NaN)).hasSize(1);
    }

    @Test
    void aMissIsNamedByItsPath() {
        Object expected = Map.of("a", List.of(Map.of("0.00001", 1.0), "text"));
        assertThat(
                        tolerance.misses(
                                expected,
                                Map.of("a", List.of(Map.of("1.0E-5", 2.0), "text"), "b", 1)))
                .containsExactly("a[0].0.00001 is 2.0, not 1.0");
        assertThat(tolerance.misses(expected, Map.of("a", List.of()))).hasSize(1);
    }
}
