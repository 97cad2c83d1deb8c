package rubicon.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuantitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | 0",
                "12.3456 | h | 12.35 h",
                "1234.5 | h | 1,234 h",
                "0.00012345 | 1 | 0.0001235",
                "0.000000123 | 1 | 1.23·10⁻⁷",
                "10000000 | FLOP | 10⁷ FLOP",
                "-25000000 | 1 | -2.5·10⁷",
                "0.25 | share | 25 %",
                "0.999 | probability | 99.9 %",
                "0.9999988 | probability | 99.99988 %",
                "1 | share | 100 %",
                "2028.81 | year | 2028.8",
                "2026 | year | 2026",
                "Infinity | months | ∞",
                "-Infinity | months | −∞"
            })
    void aValueReadsAsPeopleWriteIt(double value, String unit, String text) {
        assertThat(Quantities.text(value, unit)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "1.0, 1", "1e-7, 1E-7", "6224000, 6224000", "0.999999, 0.999999"})
    void anExactNumberIsReadAgain(double value, String text) {
        assertThat(Quantities.exact(value)).isEqualTo(text);
        assertThat(ValueText.number(text)).contains(value);
    }
}
