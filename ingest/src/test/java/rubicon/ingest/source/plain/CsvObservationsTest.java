package rubicon.ingest.source.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.SubjectPayload;

class CsvObservationsTest {
    private static final String HEADER = "externalId,indicator,subject.model,value,observedOn";
    private static final String GOOD = "a,metr-horizon-p50,Probe 1,12.5,2026-01-05";

    private final CsvObservations connector = new CsvObservations();

    @Test
    void columnsAreTheFieldsOfAnObservation() throws Exception {
        Mapped mapped = TextFile.map(connector, TextFile.fixture("csv/observations.csv"));
        ObservationPayload first = TextFile.row(mapped, "metr-horizon-p50", "probe-1");
        assertThat(first)
                .isEqualTo(
                        new ObservationPayload(
                                "upstream",
                                "probe-1",
                                "metr-horizon-p50",
                                new SubjectPayload(
                                        "Probe 1",
                                        "Example Lab",
                                        "react",
                                        LocalDate.of(2026, 1, 5),
                                        "AI"),
                                12.5,
                                6.25,
                                25.0,
                                0.95,
                                "BOOTSTRAP",
                                110L,
                                "min",
                                null,
                                LocalDate.of(2026, 1, 5),
                                "DAY",
                                Instant.parse("2026-01-20T00:00:00Z"),
                                Instant.parse("2026-02-01T08:00:00Z"),
                                null,
                                "THIRD_PARTY",
                                "https://example.org/probe-1",
                                "two lines,\nand a \"quote\"",
                                null,
                                null,
                                Map.of("depth", "SHALLOW"),
                                new ProvenancePayload(
                                        "http://127.0.0.1/",
                                        Instant.parse("2026-03-04T12:00:00Z"),
                                        "abc",
                                        "csv",
                                        "1",
                                        "run-1",
                                        "CC-BY-4.0")));
        ObservationPayload second = TextFile.row(mapped, "metr-horizon-p50", "probe-2");
        assertThat(second.value()).isEqualTo(150);
        assertThat(second.statedAt()).isEqualTo(TextFile.STATED);
        assertThat(second.tags()).isNull();
        assertThat(mapped.observations()).hasSize(3);
        assertThat(mapped.passedOver()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "b,metr-horizon-p50,Probe 1,,2026-01-05; b: rows.2.value is missing",
                "b,metr-horizon-p50,Probe 1,1,2026-01-05,5;"
                        + " b: rows.2 has more cells than the header",
                "b,metr-horizon-p50,Probe 1,\"1,5\",2026-01-05;"
                        + " b: rows.2.value '1,5' is no number such as 12.5",
                "b,metr-horizon-p50,Probe 1,NaN,2026-01-05;"
                        + " b: rows.2.value 'NaN' is no number such as 12.5",
                "b,metr-horizon-p50,Probe 1,1e400,2026-01-05; b: rows.2.value is not finite",
                "b,metr-horizon-p50,,1.5,2026-01-05; b: rows.2.subject.model is missing,"
                        + " and no subject.actor is named instead",
                ",metr-horizon-p50,Probe 1,1.5,5.1.2026;"
                        + " rows.2: rows.2.observedOn must be a day such as 2026-03-03",
                "b,metr-horizon-p50,Probe 1; b: rows.2.value is missing",
            })
    void badRowIsRefusedWithItsNumberAndField(String row, String told) throws Exception {
        Mapped mapped = map(HEADER, GOOD, row, GOOD);
        assertThat(mapped.observations()).hasSize(2);
        assertThat(TextFile.refused(mapped)).containsExactly(told);
    }

    @Test
    void columnThatNobodyKnowsIsToldOnceAndPassedOver() throws Exception {
        Mapped mapped = map(HEADER + ",lvel,subject.modle", GOOD, GOOD + ",0.9,x", GOOD + ",1,y");
        assertThat(mapped.observations()).hasSize(3);
        assertThat(mapped.passedOver())
                .containsExactly(
                        "rows.2.lvel: the field is not known",
                        "rows.2.subject.modle: the field is not known");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "externalId,indicator,subject.model,observedOn; 'value'",
                "indicator,subject.model,value; 'observedOn'",
                "indicator,value,observedOn; 'subject.model'",
                "indicator,subject.model,value,observedOn,value; 'value' is there twice",
                "indicator,subject,value,observedOn; 'subject' has parts",
            })
    void headerThatCannotBeIsTold(String header, String told) {
        assertThatThrownBy(() -> map(header, GOOD))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining(told);
    }

    @Test
    void actorAloneNamesTheSubjectOfALedger() throws Exception {
        Mapped mapped =
                map(
                        "indicator,subject.actor,value,observedOn",
                        "nanogpt-speedrun-time,HUMAN,2.5,2026-01-05");
        assertThat(Objects.requireNonNull(mapped.observations().getFirst().subject()).actor())
                .isEqualTo("HUMAN");
    }

    @Test
    void fileThatIsLargerThanTheMemoryIsReadRowByRow() throws Exception {
        assertThat(RepeatedLines.mostReadAhead(connector, HEADER, GOOD, 200_000)).isLessThan(1_000);
    }

    private Mapped map(String... lines) throws DriftException {
        return TextFile.map(connector, String.join("\n", lines) + "\n");
    }
}
