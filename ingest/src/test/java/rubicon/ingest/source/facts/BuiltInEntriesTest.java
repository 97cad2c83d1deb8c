package rubicon.ingest.source.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ingest.chronicle.EntryCheck;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.PolicyThresholdPayload.DeterminationPayload;

/// The milestones, policy thresholds and forecasts that come with Rubicon.
class BuiltInEntriesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final String MILESTONES = "/milestones.yaml";
    private static final String THRESHOLDS = "/policy-thresholds.yaml";
    private static final String FORECASTS = "/forecasts.yaml";

    @ParameterizedTest
    @CsvSource({MILESTONES + ", 57", THRESHOLDS + ", 8", FORECASTS + ", 22"})
    void everyEntryIsAcceptedOnceAndSaysWhoTellsIt(String file, int count) throws Exception {
        Mapped mapped = map(file);
        assertThat(mapped.refused()).isEmpty();
        assertThat(mapped.observations()).isEmpty();
        assertThat(mapped.entries()).hasSize(count);
        assertThat(mapped.entries()).extracting(ChroniclePayload::id).doesNotHaveDuplicates();
        for (ChroniclePayload entry : mapped.entries()) {
            assertThat(EntryCheck.check(entry, NOW, NOW))
                    .as(entry.id())
                    .isInstanceOf(CheckedEntry.Valid.class);
            assertThat(entry.source()).as(entry.id()).isNotEqualTo("the-file");
        }
    }

    /// The file tells when it is stated: were a time written in it, an edit could not overtake it.
    @ParameterizedTest
    @ValueSource(strings = {MILESTONES, THRESHOLDS, FORECASTS})
    void noEntryCarriesATimeThatAnEditWouldHaveToRaise(String file) throws Exception {
        assertThat(map(file).entries()).extracting(ChroniclePayload::statedAt).containsOnlyNulls();
    }

    @Test
    void counterSignalsStandAmongTheMilestones() throws Exception {
        assertThat(ids(map(MILESTONES).entries()))
                .contains(
                        "no-second-move-37",
                        "karpathy-shallow-gains",
                        "tao-long-tail",
                        "agents-hit-a-wall");
    }

    @Test
    void everyKindOfMilestoneThatHasHappenedIsThereAndNoneIsOfTheFuture() throws Exception {
        List<MilestonePayload> milestones =
                map(MILESTONES).entries().stream().map(MilestonePayload.class::cast).toList();
        assertThat(milestones.stream().map(MilestonePayload::kind).collect(Collectors.toSet()))
                .contains(
                        "LAB_CLAIM",
                        "DETERMINATION",
                        "DISCOVERY",
                        "RECORD",
                        "EVAL_CHANGE",
                        "FUNDING",
                        "STATEMENT");
        assertThat(milestones)
                .allSatisfy(it -> assertThat(it.date()).isBefore(LocalDate.of(2026, 11, 20)));
    }

    /// Oracle: the cards' rows of OpenAI and Anthropic as collected on 2026-09-13, counted by eye.
    @Test
    void determinationsAreThoseOfTheCards() throws Exception {
        assertThat(determinations("openai-selfimprovement-high"))
                .extracting(DeterminationPayload::status)
                .hasSize(8)
                .containsOnly("NOT_CROSSED");
        assertThat(determinations("anthropic-ai-rd-4"))
                .extracting(DeterminationPayload::model)
                .hasSize(8)
                .endsWith("Claude Opus 4.6", "Claude Sonnet 4.6");
        assertThat(determinations("anthropic-automated-ai-rd"))
                .extracting(DeterminationPayload::model)
                .hasSize(6)
                .doesNotContain("Claude Fable 5.1 / Mythos 5.1");
        assertThat(determinations("gdm-ml-rd-ccl")).isEmpty();
    }

    /// Where a page is not held, that is said.
    @Test
    void everyDeterminationSaysWhereInItsDocumentItStands() throws Exception {
        List<PolicyThresholdPayload> thresholds =
                map(THRESHOLDS).entries().stream().map(PolicyThresholdPayload.class::cast).toList();
        assertThat(thresholds)
                .flatExtracting(it ->
                        Objects.requireNonNullElse(
                                it.determinations(), List.<DeterminationPayload>of()))
                .hasSize(24)
                .extracting(DeterminationPayload::locator)
                .allSatisfy(it -> assertThat(it).isNotBlank());
        assertThat(determinations("anthropic-ai-rd-4").getFirst().locator())
                .isEqualTo("staff survey: p. 107");
        assertThat(thresholds)
                .filteredOn(it -> "NOT_STATED".equals(it.status()))
                .extracting(ChroniclePayload::id)
                .containsExactly("anthropic-autonomy-checkpoint");
    }

    @Test
    void everySuccessorIsAThresholdOfTheFile() throws Exception {
        List<ChroniclePayload> thresholds = map(THRESHOLDS).entries();
        Set<String> successors =
                thresholds.stream()
                        .map(it -> ((PolicyThresholdPayload) it).supersededBy())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        assertThat(successors).isNotEmpty();
        assertThat(ids(thresholds)).containsAll(successors);
    }

    /// Oracle: METR's analysis file of 2025-03-18, "Overall (2024-2025 trend)".
    @Test
    void quantilesAreThoseOfMetrsFile() throws Exception {
        ForecastEntryPayload trend =
                map(FORECASTS).entries().stream()
                        .map(ForecastEntryPayload.class::cast)
                        .filter(it -> "metr-month-2024-trend".equals(it.id()))
                        .findFirst()
                        .orElseThrow();
        assertThat(trend.quantiles())
                .extracting(ForecastEntryPayload.QuantilePayload::date)
                .containsExactly(
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2027, 6, 19),
                        LocalDate.of(2028, 11, 30));
    }

    @Test
    void goalsAreMarkedAndNothingIsResolvedWithoutASource() throws Exception {
        List<ForecastEntryPayload> forecasts =
                map(FORECASTS).entries().stream().map(ForecastEntryPayload.class::cast).toList();
        assertThat(forecasts.stream().filter(it -> Boolean.TRUE.equals(it.goal())).toList())
                .extracting(ForecastEntryPayload::id)
                .containsExactly("openai-intern");
        assertThat(forecasts).extracting(ForecastEntryPayload::resolution).containsOnlyNulls();
    }

    private static List<DeterminationPayload> determinations(String threshold) throws Exception {
        return map(THRESHOLDS).entries().stream()
                .map(PolicyThresholdPayload.class::cast)
                .filter(it -> threshold.equals(it.id()))
                .findFirst()
                .map(it ->
                        Objects.requireNonNullElse(
                                it.determinations(), List.<DeterminationPayload>of()))
                .orElseThrow();
    }

    private static List<String> ids(List<ChroniclePayload> entries) {
        return entries.stream().map(it -> String.valueOf(it.id())).toList();
    }

    private static Mapped map(String file) throws Exception {
        try (InputStream in = BuiltInEntriesTest.class.getResourceAsStream(file)) {
            byte[] payload = Objects.requireNonNull(in, file).readAllBytes();
            return new FactsConnector()
                    .map(new Fetched("the-file", "", file, NOW, NOW, "abc", "run-1", payload));
        }
    }
}
