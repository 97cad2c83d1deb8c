package rubicon.ingest.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {"4,531; 4531", "1,234,567.5; 1234567.5", "0.123; 0.123", "\u221212; -12"})
    void numberIsReadWithItsSeparators(String cell, double number) throws Exception {
        assertThat(Cells.number("value", cell)).hasValue(number);
    }

    /// A comma may be that of decimals, where no thousands can begin so.
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0,123", "00,531", "16,9", "1,23"})
    void commaThatSeparatesNoThousandsIsNoNumber(String cell) {
        assertThatThrownBy(() -> Cells.number("value", cell))
                .isInstanceOf(RowFault.class)
                .hasMessageContaining("is no number");
    }
}
