package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourcesDisagreeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 | 0 | Sources give different values for one subject.
                    4 | 0 | Sources give different values for 4 subjects.
                    0 | 1 | One discrepancy is documented.
                    0 | 3 | 3 discrepancies are documented.
                    2 | 1 | Sources give different values for 2 subjects, and one discrepancy is documented.
                    """)
    void itIsSaidInOneSentence(long subjects, int documented, String sentence) {
        assertThat(SourcesDisagree.sentence(subjects, documented)).isEqualTo(sentence);
    }
}
