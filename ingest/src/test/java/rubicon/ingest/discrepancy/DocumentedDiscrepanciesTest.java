package rubicon.ingest.discrepancy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.wire.DiscrepancyPayload;

class DocumentedDiscrepanciesTest {
    private static final String ENTRY =
            """
            discrepancies:
              - id: slip
                title: A slip
                kind: ARITHMETIC
                statements:
                  - {who: An author, value: "60.5 %", says: a power, source: a letter}
                  - {who: Rubicon, value: "60.64 %", says: the same power, source: arithmetic}
                finding: It is a slip.
                treatment: Nothing rests on it.
                checked: 2026-11-20
            """;

    @Test
    void anEntryIsAnsweredAsItWasWritten() throws IOException {
        List<DiscrepancyPayload> read = read(ENTRY);

        assertThat(read).extracting(DiscrepancyPayload::id).containsExactly("slip");
        assertThat(read.getFirst().statements())
                .extracting(DiscrepancyPayload.StatementPayload::value)
                .containsExactly("60.5 %", "60.64 %");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    title: A slip    | titel: A slip                       | titel
                    title: A slip    | title: ''                           | discrepancy slip: title is missing
                    kind: ARITHMETIC | kind: ERROR                         | 'ERROR' is none of
                    kind: ARITHMETIC | {kind: ARITHMETIC, indicators: [x]} | discrepancies.yaml
                    2026-11-20       | soon                                | discrepancies.yaml
                    """)
    void whatIsAtFaultIsNamedWithItsFile(String right, String wrong, String message) {
        assertThat(ENTRY).contains(right);
        assertThatThrownBy(() -> read(ENTRY.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("discrepancies.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void anIndicatorThatTheCatalogueDoesNotKnowIsRefused() {
        assertThatThrownBy(() ->
                        read(
                                ENTRY.replace(
                                        "kind: ARITHMETIC",
                                        "kind: ARITHMETIC\n    indicators: [no-such]")))
                .hasMessage(
                        "discrepancies.yaml, discrepancy slip: indicators 'no-such' is not in the"
                                + " catalogue");
    }

    @Test
    void twoEntriesOfOneNameAreRefused() {
        String twice = ENTRY + ENTRY.substring(ENTRY.indexOf("  - id"));

        assertThatThrownBy(() -> read(twice))
                .hasMessage("discrepancies.yaml: two discrepancies are called slip");
    }

    private static List<DiscrepancyPayload> read(String yaml) throws IOException {
        return DocumentedDiscrepancies.read(
                new ByteArrayInputStream(yaml.getBytes(UTF_8)), Catalogue.of(List.of()));
    }
}
