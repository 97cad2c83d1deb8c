package rubicon.ingest.source.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.ingest.source.TextFile.row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.source.Deliveries;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;

class AiRdSystemCardsTest {
    private static final String EVALUATIONS = "system_card_ai_rd_evals.csv";
    private static final String PRINTED = "cpu-llm-training-speedup-printed";
    private static final String FIXED = "cpu-llm-training-speedup-fixed-cpu";
    private static final String HEADER =
            "lab,model,card_date,benchmark,subtask,metric,value,vintage,value_source,confidence,note\n";
    private static final String CPU =
            "anthropic,%s,%s,Internal AI Research Evaluation Suite 1,LLM training (CPU-only),"
                    + "speedup over starting code (average best),%s,%s,%s,reported,\n";

    private final Deliveries files = Deliveries.fixtureOf(new AiRdSystemCards());

    @Test
    void correctionByALaterCardIsARevisionOfThePrint() throws Exception {
        List<ObservationPayload> statements =
                files.map().observations().stream()
                        .filter(it -> PRINTED.equals(it.indicator()))
                        .filter(it -> "Claude Sonnet 4.6 2025-12".equals(it.externalId()))
                        .toList();

        assertThat(statements).extracting(ObservationPayload::value).containsExactly(15.5, 20.25);
        assertThat(statements)
                .extracting(ObservationPayload::statedAt)
                .containsExactly(Instant.parse("2025-12-31T00:00:00Z"), TextFile.STATED);
    }

    @Test
    void correctionInTheMonthOfThePrintIsStillLater() throws Exception {
        Mapped mapped =
                files.with(
                                EVALUATIONS,
                                HEADER
                                        + CPU.formatted("House 7", "2026-01", "5", "as_printed", "")
                                        + CPU.formatted(
                                                "Claude Mythos Preview",
                                                "2025-06",
                                                "51.5",
                                                "as_printed",
                                                "")
                                        + CPU.formatted(
                                                "Claude Mythos Preview",
                                                "2025-06",
                                                "61.5",
                                                "corrected_by_later_card",
                                                "Claude Opus 4.7 card footnote 3"))
                        .stated(EVALUATIONS, "2026-04-30T00:00:00Z")
                        .map();

        assertThat(mapped.refused()).isEmpty();
        assertThat(mapped.observations())
                .filteredOn(it -> String.valueOf(it.externalId()).startsWith("Claude Mythos"))
                .extracting(ObservationPayload::statedAt)
                .containsExactly(
                        Instant.parse("2025-06-30T00:00:00Z"),
                        Instant.parse("2026-04-30T00:00:00Z"));
    }

    @Test
    void citationThatNoCardPrintedIsDisputedAndNoRevision() throws Exception {
        Mapped mapped = files.map();

        ObservationPayload cited =
                row(mapped, PRINTED, "Claude Opus 4.6 2026-01, cited in House 7 card");
        assertThat(cited.value()).isEqualTo(29.5);
        assertThat(cited.disputed()).isNotBlank();
        ObservationPayload printed = row(mapped, PRINTED, "Claude Opus 4.6 2026-01");
        assertThat(printed.value()).isEqualTo(31.0);
        assertThat(printed.disputed()).isNull();
    }

    @Test
    void rerunOnOneProcessorIsAnotherIndicator_AndOtherRerunsAreLeftOut() throws Exception {
        Mapped mapped = files.map();

        assertThat(row(mapped, PRINTED, "Claude Opus 4 2025-05").value()).isEqualTo(2.5);
        assertThat(row(mapped, FIXED, "Claude Opus 4 2025-05").value()).isEqualTo(3.5);
        assertThat(mapped.observations()).noneMatch(it -> Objects.equals(it.value(), 2.4));
        assertThat(row(mapped, PRINTED, "House 7 2026-02").value()).isEqualTo(60.5);
        assertThat(row(mapped, FIXED, "House 7 2026-02").value()).isEqualTo(60.5);
        assertThat(row(mapped, FIXED, "House 7 2026-02").tags())
                .isEqualTo(Map.of("unresolved", "true"));
    }

    @Test
    void oneAttemptOnAllTasksIsTakenAndNoOther() throws Exception {
        Mapped mapped = files.map();

        String indicator = "swe-bench-verified-reported";
        assertThat(row(mapped, indicator, "Claude Opus 4 2025-05").value()).isEqualTo(70.5);
        ObservationPayload gemini = row(mapped, indicator, "Gemini 2.5 Pro 2025-06");
        assertThat(gemini.value()).isEqualTo(58.5);
        assertThat(gemini.observedOn()).isEqualTo(LocalDate.of(2025, 6, 1));
        assertThat(gemini.precision()).isEqualTo("MONTH");
        assertThat(gemini.publishedAt()).isEqualTo(Instant.parse("2025-06-30T00:00:00Z"));
        assertThat(Objects.requireNonNull(gemini.subject()).developer())
                .isEqualTo("Google DeepMind");
    }

    @Test
    void solvedProblemsAreAShareOfThoseThatTheNoteNames() throws Exception {
        ObservationPayload share =
                row(files.map(), "swe-bench-hard-subset-anthropic", "Claude Opus 4 2025-05");

        assertThat(share.value()).isEqualTo(36.9048);
        assertThat(share.n()).isEqualTo(42);
    }

    @Test
    void hoursBecomeMinutes_AndANoteThatWasReadGivesTheRest() throws Exception {
        Mapped mapped = files.map();

        ObservationPayload sol = row(mapped, "horizon-p50-reported", "GPT-5.6 Sol 2026-02");
        assertThat(sol.value()).isEqualTo(630.0);
        assertThat(sol.low()).isEqualTo(300.0);
        assertThat(sol.high()).isEqualTo(2400.0);
        assertThat(sol.evaluator()).isEqualTo("THIRD_PARTY");
        assertThat(sol.tags()).isEqualTo(Map.of("cheating", "FAILURE"));
        ObservationPayload counted =
                row(mapped, "horizon-p50-reported-cheating-counted", "GPT-5.6 Sol 2026-02");
        assertThat(counted.value()).isEqualTo(16200.0);
        assertThat(counted.qualifier()).isEqualTo(">");
        assertThat(counted.tags()).isEqualTo(Map.of("cheating", "SUCCESS"));
        ObservationPayload sonnet =
                row(mapped, "horizon-p50-reported", "Claude 3.7 Sonnet 2025-02");
        assertThat(sonnet.value()).isEqualTo(51.1);
        assertThat(sonnet.qualifier()).isEqualTo("~");
    }

    @Test
    void referencesStatusesAndMissingValuesAreNoResults() throws Exception {
        Mapped mapped = files.map();

        assertThat(mapped.refused()).isEmpty();
        assertThat(mapped.observations())
                .noneMatch(it -> String.valueOf(it.externalId()).startsWith("human"))
                .noneMatch(it -> "GPT-5.3-Codex 2026-02".equals(it.externalId()));
        assertThat(mapped.observations())
                .filteredOn(it -> "mle-bench-30-openai".equals(it.indicator()))
                .extracting(ObservationPayload::n)
                .containsExactly(30L);
    }

    @Test
    void surveyTellsItsStatisticAndItsAnswers() throws Exception {
        Mapped mapped = files.map();

        ObservationPayload uplift =
                row(mapped, "uplift-self-reported-anthropic", "Claude Sonnet 4.5 2025-09");
        assertThat(uplift.value()).isEqualTo(1.25);
        assertThat(uplift.low()).isEqualTo(1.1);
        assertThat(uplift.method()).isEqualTo("RANGE_OF_ANSWERS");
        assertThat(uplift.n()).isEqualTo(6);
        assertThat(uplift.tags()).isEqualTo(Map.of("statistic", "MEDIAN"));
        assertThat(row(mapped, "uplift-self-reported-anthropic", "House 7 2026-02").tags())
                .isEqualTo(Map.of("statistic", "UNKNOWN", "unresolved", "true"));
    }

    @ParameterizedTest
    @CsvSource({
        "Claude Opus 4 2025-05, 0, 0, 43.4482",
        "Claude Sonnet 4.5 2025-09, 10, 1.7876, 40.415"
    })
    void replacementOfAJuniorHasWilsonsInterval(String key, double share, double low, double high)
            throws Exception {
        ObservationPayload row = row(files.map(), "drop-in-share-anthropic", key);

        assertThat(row.value()).isEqualTo(share);
        assertThat(row.low()).isEqualTo(low);
        assertThat(row.high()).isEqualTo(high);
        assertThat(row.method()).isEqualTo("WILSON");
    }

    @Test
    void ownIndexIsDatedByTheReleaseOrTheMonthOfTheCard() throws Exception {
        Mapped mapped = files.map();

        assertThat(row(mapped, "anthropic-eci", "Claude 3 Opus").observedOn())
                .isEqualTo(LocalDate.of(2024, 3, 4));
        ObservationPayload house = row(mapped, "anthropic-eci", "House 7");
        assertThat(house.observedOn()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(house.precision()).isEqualTo("MONTH");
        assertThat(house.note()).isEqualTo("printed in the card");
    }

    @Test
    void tableThatIsNotThereIsTold() throws Exception {
        assertThat(files.map().passedOver()).isEmpty();
        assertThat(files.without(EVALUATIONS).map().passedOver())
                .containsExactly("'%s' is not there".formatted(EVALUATIONS));
    }
}
