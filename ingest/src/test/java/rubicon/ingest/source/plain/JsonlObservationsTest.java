package rubicon.ingest.source.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;

class JsonlObservationsTest {
    private static final String GOOD =
            """
            {"externalId": "a", "indicator": "metr-horizon-p50", "subject": {"model": "Probe 1"}, \
            "value": 12.5, "observedOn": "2026-01-05"}\
            """;

    private final JsonlObservations connector = new JsonlObservations();

    @Test
    void lineIsTheObservationThatRestTakes() throws Exception {
        Mapped mapped = TextFile.map(connector, TextFile.fixture("jsonl/observations.jsonl"));
        ObservationPayload first = TextFile.row(mapped, "metr-horizon-p50", "probe-1");
        assertThat(first.source()).isEqualTo("upstream");
        assertThat(first.high()).isEqualTo(25);
        assertThat(first.n()).isEqualTo(110);
        assertThat(first.statedAt()).isEqualTo(Instant.parse("2026-02-01T07:00:00Z"));
        assertThat(mapped.observations()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[1]; rows.3: rows.3 must be a JSON object",
                "{\"value\": 1; rows.3: rows.3 is no JSON at line 1, column 12",
                "{\"value\": \"1\"}; rows.3: rows.3.value must be a number",
                "{\"value\": 1, \"value\": 2}; rows.3: rows.3 gives a field twice: 'value'",
                "{\"externalId\": \"b\", \"value\": 1}; b: rows.3.indicator is missing",
                "{\"externalId\": 7}; 7: rows.3.externalId must be a text",
                "{\"subject\": \"x\"}; rows.3: rows.3.subject must be a JSON object",
            })
    void badLineIsRefusedWithItsNumberAndField(String line, String told) throws Exception {
        Mapped mapped = map(GOOD, "", line, GOOD);
        assertThat(mapped.observations()).hasSize(2);
        assertThat(TextFile.refused(mapped)).containsExactly(told);
    }

    @Test
    void fieldThatNobodyKnowsIsToldOnce_ATagIsNone() throws Exception {
        String odd =
                GOOD.replace("\"Probe 1\"", "\"Probe 1\", \"weights\": {}")
                        .replace("12.5", "12.5, \"lvel\": 1, \"tags\": {\"own\": \"x\"}");
        Mapped mapped = map(odd, odd);
        assertThat(mapped.passedOver())
                .containsExactly(
                        "rows.1.lvel: the field is not known",
                        "rows.1.subject.weights: the field is not known");
        assertThat(mapped.observations().getLast().tags()).isEqualTo(Map.of("own", "x"));
    }

    @Test
    void lineThatIsTooLongIsRefusedAndTheNextIsRead() throws Exception {
        Mapped mapped = map("{\"note\": \"" + "x".repeat(1_000_000), GOOD);
        assertThat(TextFile.refused(mapped))
                .containsExactly("rows.1: rows.1 is longer than 1000000 characters");
        assertThat(mapped.observations()).hasSize(1);
    }

    @Test
    void fileThatIsLargerThanTheMemoryIsReadRowByRow() throws Exception {
        assertThat(RepeatedLines.mostReadAhead(connector, "", GOOD, 200_000)).isLessThan(1_000);
    }

    @Test
    void fileOfBadLinesOnlyIsDrift() {
        assertThatThrownBy(() -> map("x", "y"))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("no row can be read: rows.1 is no JSON");
    }

    private Mapped map(String... lines) throws DriftException {
        return TextFile.map(connector, String.join("\n", lines));
    }
}
