package rubicon.ingest.source.speedrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rubicon.ingest.source.TextFile.fixture;
import static rubicon.ingest.source.TextFile.keys;
import static rubicon.ingest.source.TextFile.refused;
import static rubicon.ingest.source.TextFile.row;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class ModdedNanoGptRecordsTest {
    private static final String TIME = "nanogpt-speedrun-time";
    private static final String HEADER =
            """
            | # | Record time | Description | Date | Log | Contributors |
            | - | - | - | - | - | - |
            """;

    private final ModdedNanoGptRecords connector = new ModdedNanoGptRecords();

    @Test
    void recordIsKnownByItsNumberAndRetimingIsNone() throws Exception {
        Mapped mapped = map(fixture("modded-nanogpt-records/README.md"));

        assertThat(keys(mapped, TIME)).containsExactly("1", "2", "3", "4");
        ObservationPayload second = row(mapped, TIME, "2");
        assertThat(second.value()).isEqualTo(20);
        assertThat(second.unit()).isEqualTo("min");
        assertThat(second.observedOn()).isEqualTo(LocalDate.of(2024, 6, 1));
        assertThat(second.subject()).isEqualTo(new SubjectPayload(null, null, null, null, "HUMAN"));
    }

    @Test
    void stepOfAnAiSystemIsMeasuredOnTheRetimedRecord() throws Exception {
        Mapped mapped = map(fixture("modded-nanogpt-records/README.md"));

        ObservationPayload step = row(mapped, "nanogpt-largest-ai-step", "3");
        assertThat(step.value()).isEqualTo(4.0);
        assertThat(step.note()).isEqualTo("25.0 to 24.0 min");
        assertThat(step.subject())
                .isEqualTo(new SubjectPayload("hiverge.ai", null, null, null, "AI"));
        assertThat(row(mapped, TIME, "3").subject()).isEqualTo(step.subject());
    }

    @Test
    void recordAfterARetimingNamesItAsItsBaseline() throws Exception {
        Mapped mapped = map(fixture("modded-nanogpt-records/README.md"));

        assertThat(row(mapped, TIME, "3").tags()).isEqualTo(Map.of("baseline", "25.0"));
        assertThat(row(mapped, TIME, "2").tags()).isEmpty();
        assertThat(row(mapped, TIME, "4").tags()).isEmpty();
    }

    @Test
    void shareOfTheYearIsComputedFromTheFirstFullYearOn() throws Exception {
        Mapped mapped = map(fixture("modded-nanogpt-records/README.md"));

        // ln(25/24) of ln(40/20) + ln(25/24), then of ln(25/24) + ln(24/20)
        assertThat(keys(mapped, "nanogpt-ai-gain-share-12m"))
                .containsExactly("2025-05-28", "2025-06-02");
        assertThat(row(mapped, "nanogpt-ai-gain-share-12m", "2025-05-28").value())
                .isEqualTo(0.0556);
        assertThat(row(mapped, "nanogpt-ai-gain-share-12m", "2025-06-02").value())
                .isEqualTo(0.1829);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "@a & AI system [hiverge.ai](https://x.org);    hiverge.ai",
                "@a and AI System [Recursive](https://x.org);   Recursive",
                "@a & AI System [Locus](https://x.org), @b;     Locus",
                "AI System Aster and @b;                        Aster",
                "@a & AI agent [hiverge.ai](https://x.org);     hiverge.ai"
            })
    void systemIsReadOutOfTheContributors(String contributors, String system) throws Exception {
        Mapped mapped = map(HEADER + "1 | 3.5 min | x | 01/02/26 | - | " + contributors + "\n");

        assertThat(row(mapped, TIME, "1").subject())
                .isEqualTo(new SubjectPayload(system, null, null, null, "AI"));
        assertThat(row(mapped, TIME, "1").tags()).isEmpty();
    }

    @Test
    void rowsWithoutOuterPipesAreRead() throws Exception {
        Mapped mapped =
                map(
                        HEADER
                                + """
                                1 | 45 minutes | a | 05/28/24 | none | @a
                                2 | 31.4 minutes | b | 06/06/24 | none | @b
                                """);

        assertThat(row(mapped, TIME, "2").value()).isEqualTo(31.4);
    }

    @ParameterizedTest(name = "{0} under ''{2}''")
    @CsvSource({
        "Record time, Time, ## World record history",
        "#, No., ## World record history",
        "Record time, Time, ## History of the records",
        "Description, Idea, ''"
    })
    void renamedColumnIsNamedRatherThanTheOtherTrackRead(
            String column, String renamed, String heading) {
        String first = HEADER.replace("| " + column + " |", "| " + renamed + " |");
        String page =
                "%s%n%n%s1 | 45 minutes | a | 05/28/24 | none | @a%n%n".formatted(heading, first)
                        + "## Speedrun track 2: GPT-2 Medium\n\n"
                        + HEADER
                        + "1 | 5.8 hours | b | 05/28/24 | none | @b\n";

        assertThatThrownBy(() -> map(page))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("the column '%s' is missing".formatted(column));
    }

    @Test
    void ledgerIsTheTableUnderItsHeadingWhateverStandsBeforeIt() throws Exception {
        Mapped mapped =
                map(
                        "## Speedrun track 2\n\n"
                                + HEADER
                                + "1 | 5.8 hours | b | 05/28/24 | none | @b\n\n"
                                + "## World Record History\n\n| Key | Meaning |\n| - | - |\n| a | b |\n\n"
                                + HEADER
                                + "1 | 45 minutes | a | 05/28/24 | none | @a\n");

        assertThat(row(mapped, TIME, "1").value()).isEqualTo(45);
    }

    @Test
    void dayIsReadWithoutZerosAndRefusedWhereItCannotBe() throws Exception {
        Mapped mapped =
                map(
                        HEADER
                                + """
                                1 | 45 minutes | a | 1/5/26 | none | @a
                                2 | 40 minutes | b | 02/30/26 | none | @b
                                """);

        assertThat(row(mapped, TIME, "1").observedOn()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(refused(mapped)).containsExactly("2: records.2.Date '02/30/26' is no day");
    }

    @Test
    void rowThatCannotBeReadCostsWhatIsComputedAcrossIt() throws Exception {
        Mapped mapped =
                map(
                        HEADER
                                + """
                                1 | 45 minutes | a | 05/28/24 | none | @a
                                2 | fast | b | 06/06/25 | none | @b
                                3 | 30 minutes | c | 06/07/25 | none | @c & AI system X
                                3 | 29 minutes | d | 06/08/25 | none | @d
                                """);

        assertThat(keys(mapped, TIME)).containsExactly("1", "3");
        assertThat(mapped.observations()).hasSize(2);
        assertThat(refused(mapped))
                .containsExactly(
                        "2: records.2.Record time 'fast' is no time",
                        "3: records.4.# '3' is there twice");
    }

    private Mapped map(String text) throws DriftException {
        return connector.map(TextFile.of(text));
    }
}
